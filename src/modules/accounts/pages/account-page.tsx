import { type Actor, hasRole } from '../../../kernel/actor.ts'
import { type Day, dayOf } from '../../../kernel/days.ts'
import { routes } from '../../../routes.ts'
import {
  Button,
  CheckboxesField,
  Form,
  FormErrors,
  type FormState,
  hasErrors,
  LinkButton,
  NotificationBanner,
  OfficerLayout,
  SelectField,
  SummaryList,
  Table,
  TextField,
  useReader,
  WarningText,
  WideTable,
} from '../../../ui/index.ts'
import { apiScopes, tokenDays } from '../rules/scopes.ts'
import type { Office } from '../store/offices.ts'
import type { OwnPerson } from '../store/people.ts'
import type { OwnSession } from '../store/sessions.ts'
import type { OwnToken } from '../store/tokens.ts'
import { SecondFactor } from './second-factor-part.tsx'

export type AccountPageProps = {
  readonly actor: Actor
  readonly person: OwnPerson
  readonly office: Office | null
  readonly sessions: readonly OwnSession[]
  readonly tokens: readonly OwnToken[]
  readonly secondFactorSince: Date | null
  /** A role of this person lapses after this day unless somebody confirms it. */
  readonly lapsesAfter: Day | null
  /** Just made: shown this once. */
  readonly newToken: string | null
  readonly state: FormState
  readonly submission: string
}

/** Everything about one's own account: who I am here, where I am signed in, my tokens. */
export function AccountPage(props: AccountPageProps) {
  const { t } = useReader()
  const title = t('accounts.account.title')
  return (
    <OfficerLayout title={title} hasErrors={hasErrors(props.state)}>
      <FormErrors state={props.state} />
      {props.newToken ? <NewToken token={props.newToken} /> : null}
      <h1 class="govuk-heading-l">{title}</h1>
      {props.lapsesAfter ? <Lapsing day={props.lapsesAfter} /> : null}
      <Standing {...props} />
      {props.actor.roles.length > 0 && props.actor.agencyId === null ? <Acting /> : null}
      <Chat {...props} />
      <Email {...props} />
      <SecondFactor {...props} />
      <Password {...props} />
      <Sessions {...props} />
      {props.actor.roles.length > 0 ? <Tokens {...props} /> : null}
    </OfficerLayout>
  )
}

function NewToken({ token }: { readonly token: string }) {
  const { t } = useReader()
  return (
    <NotificationBanner success text={t('accounts.tokens.made')}>
      <p>
        <code>{token}</code>
      </p>
      <p>{t('accounts.tokens.once')}</p>
    </NotificationBanner>
  )
}

function Lapsing({ day }: { readonly day: Day }) {
  const reader = useReader()
  return <WarningText>{reader.t('people.review.yours', { day: reader.day(day) })}</WarningText>
}

function Standing({ actor, person, office }: AccountPageProps) {
  const { t, name } = useReader()
  const roles = actor.roles.map((role) => t(`role.${role}`)).join(', ')
  const missing = person.demonstration ? 'none' : 'none-or-code'
  return (
    <SummaryList
      rows={[
        { key: t('accounts.account.name'), value: name(person) },
        { key: t('accounts.login.label'), value: person.login },
        {
          key: t('accounts.account.roles'),
          value: roles || t(`accounts.account.roles.${missing}`),
        },
        ...(office ? [{ key: t('accounts.account.office'), value: name(office) }] : []),
      ]}
    />
  )
}

function Acting() {
  const { t, link } = useReader()
  return (
    <p class="govuk-body">
      <a class="govuk-link" href={link(routes.delegations.href())}>
        {t('people.delegations.title')}
      </a>
    </p>
  )
}

/** Officers of cases may link a chat with the ministry's bot. */
function Chat({ actor }: AccountPageProps) {
  const { t, link } = useReader()
  if (!hasRole(actor, 'complaints-officer', 'complaints-head')) return null
  return (
    <section aria-labelledby="chat">
      <h2 class="govuk-heading-m" id="chat">
        {t('messages.chat.title')}
      </h2>
      <LinkButton href={link(routes.accountTelegram.href())} kind="secondary">
        {t('messages.chat.open')}
      </LinkButton>
    </section>
  )
}

/** Where somebody is told by e-mail that something waits. */
function Email({ actor }: AccountPageProps) {
  const { t, link } = useReader()
  if (actor.roles.length === 0) return null
  return (
    <section aria-labelledby="email">
      <h2 class="govuk-heading-m" id="email">
        {t('messages.email.title')}
      </h2>
      <LinkButton href={link(routes.accountEmail.href())} kind="secondary">
        {t('messages.email.open')}
      </LinkButton>
    </section>
  )
}

/** Demonstration persons have no password. */
function Password({ person }: AccountPageProps) {
  const { t, link } = useReader()
  if (person.demonstration) return null
  return (
    <section aria-labelledby="password">
      <h2 class="govuk-heading-m" id="password">
        {t('accounts.password.label')}
      </h2>
      <LinkButton href={link(routes.accountPassword.href())} kind="secondary">
        {t('accounts.password.title')}
      </LinkButton>
    </section>
  )
}

function Sessions({ sessions }: AccountPageProps) {
  const { t, link, instant } = useReader()
  const others = sessions.filter(({ current }) => !current)
  return (
    <section aria-labelledby="sessions">
      <h2 class="govuk-heading-m" id="sessions">
        {t('accounts.sessions.title')}
      </h2>
      <form method="post" action={link(routes.accountSessions.href())}>
        <Table
          head={[
            t('accounts.sessions.begun'),
            t('accounts.sessions.seen'),
            t('accounts.sessions.where'),
            <span class="govuk-visually-hidden">{t('accounts.account.action')}</span>,
          ]}
          rows={sessions.map((session) => [
            instant(session.createdAt),
            instant(session.lastSeenAt),
            t(`accounts.sessions.${session.sameAddress ? 'same-address' : 'other-address'}`),
            session.current ? t('accounts.sessions.current') : <EndSession session={session} />,
          ])}
        />
        {others.length > 1 ? (
          <Button kind="secondary" name="end" value="others">
            {t('accounts.sessions.end-others')}
          </Button>
        ) : null}
      </form>
    </section>
  )
}

function EndSession({ session }: { readonly session: OwnSession }) {
  const { t, instant } = useReader()
  return (
    <Button kind="secondary" name="end" value={session.id}>
      {t('accounts.sessions.end')}{' '}
      <span class="govuk-visually-hidden">{instant(session.createdAt)}</span>
    </Button>
  )
}

function Tokens(props: AccountPageProps) {
  const { t } = useReader()
  return (
    <section aria-labelledby="tokens">
      <h2 class="govuk-heading-m" id="tokens">
        {t('accounts.tokens.title')}
      </h2>
      <p class="govuk-body">{t('accounts.tokens.text')}</p>
      {props.tokens.length > 0 ? <TokenTable tokens={props.tokens} /> : null}
      <TokenForm {...props} />
    </section>
  )
}

function TokenTable({ tokens }: { readonly tokens: readonly OwnToken[] }) {
  const { t, day, instant } = useReader()
  return (
    <WideTable
      label={t('accounts.tokens.title')}
      head={[
        t('accounts.tokens.label.label'),
        t('accounts.tokens.scopes.label'),
        t('accounts.tokens.until'),
        t('accounts.tokens.used'),
        <span class="govuk-visually-hidden">{t('accounts.account.action')}</span>,
      ]}
      rows={tokens.map((token) => [
        token.label,
        apiScopes
          .filter((scope) => token.scopes.includes(scope))
          .map((scope) => t(`accounts.scope.${scope}`))
          .join(', '),
        day(dayOf(token.expiresAt)),
        token.lastUsedAt ? instant(token.lastUsedAt) : t('accounts.tokens.unused'),
        <RevokeForm token={token} />,
      ])}
    />
  )
}

function RevokeForm({ token }: { readonly token: OwnToken }) {
  const { t, link } = useReader()
  return (
    <form method="post" action={link(routes.accountTokenEnd.href({ id: token.id }))}>
      <Button kind="secondary">
        {t('accounts.tokens.revoke')} <span class="govuk-visually-hidden">{token.label}</span>
      </Button>
    </form>
  )
}

function TokenForm({ state, submission }: AccountPageProps) {
  const { t, link } = useReader()
  return (
    <Form action={link(routes.accountTokens.href())} state={state} submission={submission}>
      <TextField
        name="label"
        label={t('accounts.tokens.label.label')}
        hint={t('accounts.tokens.label.hint')}
        width={30}
        attributes={{ autocomplete: 'off', maxlength: 60 }}
      />
      <CheckboxesField
        name="scopes"
        legend={t('accounts.tokens.scopes.label')}
        small
        choices={apiScopes.map((scope) => ({
          value: scope,
          label: t(`accounts.scope.${scope}`),
        }))}
      />
      <SelectField
        name="days"
        label={t('accounts.tokens.days.label')}
        options={tokenDays.map((days) => ({
          value: days,
          label: t('accounts.tokens.days', { days }),
        }))}
      />
      <Button>{t('accounts.tokens.button')}</Button>
    </Form>
  )
}
