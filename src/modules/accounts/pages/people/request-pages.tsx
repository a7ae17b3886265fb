import { routes } from '../../../../routes.ts'
import {
  BackLink,
  Button,
  CheckboxesField,
  DateField,
  Form,
  FormErrors,
  type FormState,
  hasErrors,
  InsetText,
  OfficerLayout,
  SelectField,
  SummaryList,
  TextareaField,
  TextField,
  useReader,
} from '../../../../ui/index.ts'
import type { SigningState } from '../../actions/sign.ts'
import { assignableRoles } from '../../rules/assignment.ts'
import type { SigningRefusal } from '../../rules/signing.ts'
import type { Office } from '../../store/offices.ts'
import type { PersonRow } from '../../store/people-list.ts'
import type { PersonRequest } from '../../store/requests.ts'
import { SigningFields } from '../signing-fields.tsx'
import { areasText, type Directory, officeName } from './directory.ts'

type AskProps = {
  readonly person: PersonRow
  readonly state: FormState
  readonly submission: string
}

/** Asks for a role for somebody; a second person approves it. */
export function RolePage(
  props: AskProps & { readonly directory: Directory; readonly offices: readonly Office[] },
) {
  const { t, link, name } = useReader()
  const { person, state, submission, directory, offices } = props
  const { id } = person
  return (
    <OfficerLayout
      title={t('people.give-role')}
      hasErrors={hasErrors(state)}
      before={<BackLink href={link(routes.person.href({ id }))} />}
    >
      <FormErrors state={state} />
      <h1 class="govuk-heading-l">{t('people.give-role.to', { name: name(person) })}</h1>
      <InsetText>{t('people.second-person')}</InsetText>
      <Form action={link(routes.personRole.href({ id }))} state={state} submission={submission}>
        <SelectField
          name="role"
          label={t('people.role')}
          options={[
            { value: '', label: t('people.choose') },
            ...assignableRoles.map((value) => ({ value, label: t(`role.${value}`) })),
          ]}
        />
        <SelectField
          name="office"
          label={t('people.office')}
          options={[
            { value: '', label: t('people.choose') },
            ...offices.map((one) => ({ value: one.id, label: name(one) })),
          ]}
        />
        <CheckboxesField
          name="areas"
          legend={t('people.areas')}
          hint={t('people.areas.hint')}
          small
          choices={directory.provinces.map((one) => ({ value: one.code, label: name(one.names) }))}
        />
        <TextField
          name="agency"
          label={t('people.agency')}
          hint={t('people.agency.hint')}
          attributes={{ autocomplete: 'off' }}
        />
        <DateField name="from" legend={t('people.from')} hint={t('people.from.hint')} />
        <DateField name="to" legend={t('people.to')} hint={t('people.to.hint')} />
        <TextareaField name="reason" label={t('people.reason')} rows={3} />
        <Button>{t('people.propose')}</Button>
      </Form>
    </OfficerLayout>
  )
}

/** Asks that somebody may set up the second step anew. */
export function ResetPage({ person, state, submission }: AskProps) {
  const { t, link, name } = useReader()
  const { id } = person
  return (
    <OfficerLayout
      title={t('people.reset.title')}
      hasErrors={hasErrors(state)}
      before={<BackLink href={link(routes.person.href({ id }))} />}
    >
      <FormErrors state={state} />
      <h1 class="govuk-heading-l">{t('people.reset.of', { name: name(person) })}</h1>
      <p class="govuk-body">{t('people.reset.text')}</p>
      <InsetText>{t('people.second-person')}</InsetText>
      <Form action={link(routes.personReset.href({ id }))} state={state} submission={submission}>
        <TextareaField
          name="reason"
          label={t('people.reason')}
          hint={t('people.reset.reason')}
          rows={3}
        />
        <Button>{t('people.propose')}</Button>
      </Form>
    </OfficerLayout>
  )
}

export type RequestPageProps = {
  readonly request: PersonRequest
  readonly directory: Directory
  readonly signing: SigningState
  readonly signingError: SigningRefusal | null
  readonly state: FormState
  readonly submission: string
  readonly may: { readonly decide: boolean; readonly withdraw: boolean }
}

/** What was asked, to be approved or refused by the second person. */
export function RequestPage(props: RequestPageProps) {
  const { t, link, name } = useReader()
  const { request, state, may } = props
  const { id } = request
  const action = link(routes.personRequest.href({ id }))
  return (
    <OfficerLayout
      title={t('people.request.title')}
      hasErrors={hasErrors(state)}
      before={<BackLink href={link(routes.person.href({ id: request.personId }))} />}
    >
      <FormErrors state={state} />
      <h1 class="govuk-heading-l">
        {request.role
          ? t('people.request.role', {
              name: name(request.person),
              role: t(`role.${request.role}`),
            })
          : t('people.reset.of', { name: name(request.person) })}
      </h1>
      <RequestFacts {...props} />
      {request.status !== 'proposed' ? (
        <InsetText>{t(`people.request.${request.status}`)}</InsetText>
      ) : null}
      {request.status === 'proposed' && may.decide ? (
        <Form action={action} state={state} submission={props.submission}>
          <input type="hidden" name="version" value={request.version} />
          <SigningFields {...props.signing} error={props.signingError} />
          <Button name="do" value="approve">
            {t('people.request.approve')}
          </Button>{' '}
          <Button name="do" value="refuse" kind="warning">
            {t('people.request.refuse')}
          </Button>
        </Form>
      ) : null}
      {request.status === 'proposed' && may.withdraw ? (
        <Form action={action} state={state} submission={`${props.submission}-w`}>
          <input type="hidden" name="version" value={request.version} />
          <Button name="do" value="withdraw" kind="secondary">
            {t('people.request.withdraw')}
          </Button>
        </Form>
      ) : null}
      {request.status === 'proposed' && !may.decide ? (
        <InsetText>{t('people.second-person')}</InsetText>
      ) : null}
    </OfficerLayout>
  )
}

function RequestFacts({ request, directory }: RequestPageProps) {
  const reader = useReader()
  const { t, name, day, instant } = reader
  const { role, officeId, from, to } = request
  const ofRole =
    role && from
      ? [
          { key: t('people.role'), value: t(`role.${role}`) },
          { key: t('people.office'), value: officeName(directory, reader, officeId) },
          { key: t('people.areas'), value: areasText(directory, reader, request) },
          { key: t('people.from'), value: day(from) },
          { key: t('people.to'), value: to ? day(to) : t('people.no-end') },
        ]
      : []
  return (
    <SummaryList
      rows={[
        { key: t('accounts.account.name'), value: name(request.person) },
        ...ofRole,
        { key: t('people.reason'), value: request.reason },
        {
          key: t('people.waiting.by'),
          value: `${name(request.proposer)}, ${instant(request.proposedAt)}`,
        },
      ]}
    />
  )
}
