import type { Actor } from '../../../../kernel/actor.ts'
import type { Day } from '../../../../kernel/days.ts'
import { routes } from '../../../../routes.ts'
import {
  Button,
  DateField,
  EmptyState,
  Form,
  FormErrors,
  type FormState,
  hasErrors,
  InsetText,
  OfficerLayout,
  SelectField,
  TextareaField,
  useReader,
  WideTable,
} from '../../../../ui/index.ts'
import type { AssignableRole } from '../../rules/assignment.ts'
import type { Delegation } from '../../store/delegations.ts'
import type { PersonRow } from '../../store/people-list.ts'

export type DelegationsPageProps = {
  readonly actor: Actor
  readonly delegations: readonly Delegation[]
  /** What this person holds and may give on. */
  readonly roles: readonly AssignableRole[]
  readonly people: readonly PersonRow[]
  readonly today: Day
  /** May end everybody's. */
  readonly mayEnd: boolean
  readonly state: FormState
  readonly submission: string
}

/** Who acts for whom, and one's own role given to a deputy for some days. */
export function DelegationsPage(props: DelegationsPageProps) {
  const { t, link } = useReader()
  const { actor, delegations, state, submission } = props
  return (
    <OfficerLayout title={t('people.delegations.title')} hasErrors={hasErrors(state)}>
      <FormErrors state={state} />
      <h1 class="govuk-heading-l">{t('people.delegations.title')}</h1>
      <p class="govuk-body">{t('people.delegations.text')}</p>
      {actor.actingFor ? (
        <Form
          action={link(routes.accountActing.href())}
          state={{ values: {}, errors: {} }}
          submission={`${submission}-self`}
        >
          <InsetText>{t('people.delegations.acting')}</InsetText>
          <Button>{t('people.delegations.stop')}</Button>
        </Form>
      ) : null}
      {delegations.length > 0 ? (
        <Open {...props} />
      ) : (
        <EmptyState title={t('people.delegations.none')}>
          {t('people.delegations.none.text')}
        </EmptyState>
      )}
      {actor.actingFor || props.roles.length === 0 ? null : <Give {...props} />}
    </OfficerLayout>
  )
}

function Open(props: DelegationsPageProps) {
  const { t, name, day } = useReader()
  return (
    <WideTable
      label={t('people.delegations.title')}
      head={[
        t('people.role'),
        t('people.delegations.from'),
        t('people.delegations.to'),
        t('people.from'),
        t('people.to'),
        t('people.reason'),
        <span class="govuk-visually-hidden">{t('accounts.account.action')}</span>,
      ]}
      rows={props.delegations.map((one) => [
        `${t(`role.${one.role}`)}, ${name(one.office)}`,
        name(one.fromNames),
        name(one.toNames),
        day(one.from),
        day(one.to),
        one.reason,
        <Steps {...props} delegation={one} />,
      ])}
    />
  )
}

function Steps({
  delegation,
  actor,
  today,
  mayEnd,
  submission,
}: DelegationsPageProps & { readonly delegation: Delegation }) {
  const { t, link } = useReader()
  const { id, fromPerson, toPerson, from } = delegation
  const own = (part: string) => submission.replace(/^.{8}/, id.slice(-8)) + part
  const isDeputy = toPerson === actor.id
  const none = { values: {}, errors: {} }
  return (
    <>
      {isDeputy && from <= today && actor.actingFor !== fromPerson ? (
        <Form action={link(routes.accountActing.href())} state={none} submission={own('-act')}>
          <Button name="delegation" value={id}>
            {t('people.delegations.act')}
          </Button>
        </Form>
      ) : null}
      {isDeputy || fromPerson === actor.id || mayEnd ? (
        <Form
          action={link(routes.delegationEnd.href({ id }))}
          state={none}
          submission={own('-end')}
        >
          <Button kind="secondary">{t('people.delegations.end')}</Button>
        </Form>
      ) : null}
    </>
  )
}

function Give({ roles, people, state, submission }: DelegationsPageProps) {
  const { t, link, name } = useReader()
  const choose = { value: '', label: t('people.choose') }
  return (
    <section aria-labelledby="give">
      <h2 class="govuk-heading-m" id="give">
        {t('people.delegations.give')}
      </h2>
      <Form action={link(routes.delegations.href())} state={state} submission={submission}>
        <SelectField
          name="role"
          label={t('people.role')}
          options={roles.map((value) => ({ value, label: t(`role.${value}`) }))}
        />
        <SelectField
          name="to"
          label={t('people.delegations.to')}
          options={[choose, ...people.map((one) => ({ value: one.id, label: name(one) }))]}
        />
        <DateField name="from" legend={t('people.from')} hint={t('people.from.hint')} />
        <DateField name="until" legend={t('people.to')} />
        <TextareaField name="reason" label={t('people.reason')} rows={2} />
        <Button>{t('people.delegations.give.button')}</Button>
      </Form>
    </section>
  )
}
