import type { Day } from '../../../../kernel/days.ts'
import type { TimelineEvent } from '../../../../platform/events/record-event.ts'
import { routes } from '../../../../routes.ts'
import {
  BackLink,
  Button,
  DateField,
  Details,
  Form,
  FormErrors,
  type FormState,
  hasErrors,
  InsetText,
  LinkButton,
  NotificationBanner,
  OfficerLayout,
  SummaryList,
  Timeline,
  useReader,
  WideTable,
} from '../../../../ui/index.ts'
import { isHeldOn } from '../../rules/giving-roles.ts'
import type { AssignmentRow } from '../../store/held-roles.ts'
import type { PersonNames } from '../../store/people.ts'
import type { PersonRow } from '../../store/people-list.ts'
import type { PersonRequest } from '../../store/requests.ts'
import { areasText, type Directory, officeName } from './directory.ts'
import { PersonState } from './people-page.tsx'
import { Waiting } from './waiting.tsx'

export type PersonMay = {
  readonly role: boolean
  readonly reset: boolean
  readonly disable: boolean
  readonly password: boolean
}
export type PersonPageProps = {
  readonly person: PersonRow
  readonly roles: readonly AssignmentRow[]
  readonly directory: Directory
  readonly waiting: readonly PersonRequest[]
  readonly history: readonly TimelineEvent[]
  readonly names: ReadonlyMap<string, PersonNames>
  readonly today: Day
  readonly may: PersonMay
  /** The roles that this actor may end. */
  readonly endable: ReadonlySet<string>
  /** Just made, shown this once. */
  readonly password: string | null
  readonly state: FormState
  readonly submission: string
}

/** Everything about one person's work here, and what may be done about it. */
export function PersonPage(props: PersonPageProps) {
  const { link, name } = useReader()
  const { person, state } = props
  return (
    <OfficerLayout
      title={name(person)}
      hasErrors={hasErrors(state)}
      before={<BackLink href={link(routes.people.href())} />}
    >
      <FormErrors state={state} />
      {props.password ? <Password password={props.password} /> : null}
      <h1 class="govuk-heading-l">{name(person)}</h1>
      <Facts {...props} />
      <Waiting requests={props.waiting} directory={props.directory} />
      <Roles {...props} />
      <Actions {...props} />
      <History {...props} />
    </OfficerLayout>
  )
}

function Password({ password }: { readonly password: string }) {
  const { t } = useReader()
  return (
    <NotificationBanner success text={t('people.password.made')}>
      <p>
        <code>{password}</code>
      </p>
      <p>{t('people.password.once')}</p>
    </NotificationBanner>
  )
}

function Facts({ person, roles, today }: PersonPageProps) {
  const { t, instant } = useReader()
  const hasRole = roles.some((one) => isHeldOn(one, today))
  return (
    <SummaryList
      rows={[
        { key: t('accounts.login.label'), value: person.login },
        { key: t('people.filter.state'), value: <PersonState person={person} hasRole={hasRole} /> },
        { key: t('people.since'), value: instant(person.createdAt) },
      ]}
    />
  )
}

function Roles(props: PersonPageProps) {
  const reader = useReader()
  const { t, day } = reader
  const { roles, directory, endable } = props
  if (roles.length === 0) return <InsetText>{t('people.no-role')}</InsetText>
  return (
    <section aria-labelledby="roles">
      <h2 class="govuk-heading-m" id="roles">
        {t('people.roles.title')}
      </h2>
      <WideTable
        label={t('people.roles.title')}
        firstCellIsHeader
        head={[
          t('people.role'),
          t('people.office'),
          t('people.areas'),
          t('people.from'),
          t('people.to'),
          <span class="govuk-visually-hidden">{t('accounts.account.action')}</span>,
        ]}
        rows={roles.map((one) => [
          t(`role.${one.role}`),
          officeName(directory, reader, one.officeId),
          areasText(directory, reader, one),
          day(one.from),
          one.to ? day(one.to) : t('people.no-end'),
          endable.has(one.id) ? <EndRole role={one} {...props} /> : '',
        ])}
      />
    </section>
  )
}

function EndRole({ role, state, submission }: PersonPageProps & { readonly role: AssignmentRow }) {
  const { t, link } = useReader()
  const ofThis = state.values.assignment === role.id ? state : { values: {}, errors: {} }
  return (
    <Details summary={t('people.end.title')}>
      <Form
        action={link(routes.assignmentEnd.href({ id: role.id }))}
        state={ofThis}
        submission={submission.replace(/^.{8}/, role.id.slice(-8))}
      >
        <DateField name="lastDay" legend={t('people.end.last-day')} hint={t('people.end.hint')} />
        <Button kind="warning">{t('people.end.button')}</Button>
      </Form>
    </Details>
  )
}

function Actions({ person, may, submission }: PersonPageProps) {
  const { t, link } = useReader()
  const { id } = person
  const press = (action: string, kind: 'secondary' | 'warning') => (
    <Form
      action={link(routes.personAction.href({ id, action }))}
      state={{ values: {}, errors: {} }}
      submission={`${submission.slice(0, 23)}-${action}`}
    >
      <Button kind={kind}>{t(`people.action.${action}`)}</Button>
      <p class="govuk-hint">{t(`people.action.${action}.hint`)}</p>
    </Form>
  )
  return (
    <section aria-labelledby="actions">
      <h2 class="govuk-heading-m" id="actions">
        {t('people.actions')}
      </h2>
      {may.role && !person.disabledAt ? (
        <p class="govuk-body">
          <LinkButton href={link(routes.personRole.href({ id }))}>
            {t('people.give-role')}
          </LinkButton>
        </p>
      ) : null}
      {may.reset && !person.disabledAt ? (
        <p class="govuk-body">
          <LinkButton kind="secondary" href={link(routes.personReset.href({ id }))}>
            {t('people.reset.title')}
          </LinkButton>
        </p>
      ) : null}
      {may.password && !person.disabledAt && !person.demonstration
        ? press('first-password', 'secondary')
        : null}
      {may.disable ? press(person.disabledAt ? 'enable' : 'disable', 'warning') : null}
    </section>
  )
}

function History({ history, names, directory }: PersonPageProps) {
  const reader = useReader()
  const { t, name, instant } = reader
  const who = (id: string) => {
    const known = names.get(id)
    return known ? name(known) : t('people.history.platform')
  }
  if (history.length === 0) return null
  return (
    <section aria-labelledby="history">
      <h2 class="govuk-heading-m" id="history">
        {t('people.history.title')}
      </h2>
      <Timeline
        entries={[...history].reverse().map((event) => ({
          title: t(`people.event.${event.type.replace('person.', '')}`),
          when: instant(event.at),
          iso: event.at.toISOString(),
          who:
            typeof event.data.actingFor === 'string'
              ? t('people.history.for', {
                  who: who(event.actorId),
                  whom: who(event.data.actingFor),
                })
              : who(event.actorId),
          children: <About data={event.data} directory={directory} />,
        }))}
      />
    </section>
  )
}

/** The role and the days of which an event tells. */
function About({
  data,
  directory,
}: {
  readonly data: TimelineEvent['data']
  readonly directory: Directory
}) {
  const reader = useReader()
  const { t, day } = reader
  if (typeof data.role !== 'string') return null
  const office = typeof data.office === 'string' ? officeName(directory, reader, data.office) : null
  const last = typeof data.lastDay === 'string' ? day(data.lastDay as Day) : null
  const parts = [t(`role.${data.role}`), office, last && t('people.history.until', { day: last })]
  return <p>{parts.filter(Boolean).join(', ')}</p>
}
