import { dayOf } from '../../../kernel/days.ts'
import { routes } from '../../../routes.ts'
import {
  BackLink,
  Button,
  EmptyState,
  Form,
  FormErrors,
  type FormState,
  hasErrors,
  InsetText,
  OfficerLayout,
  TextField,
  useReader,
  WideTable,
} from '../../../ui/index.ts'
import type { Question } from '../actions/passkeys.ts'
import type { SigningState } from '../actions/sign.ts'
import type { SigningRefusal } from '../rules/signing.ts'
import type { Passkey } from '../store/passkeys.ts'
import { PasskeyPart } from './passkey-part.tsx'
import { SigningFields } from './signing-fields.tsx'

export type PasskeysPageProps = {
  readonly passkeys: readonly Passkey[]
  /** Null where this address can have none. */
  readonly question: Question | null
  readonly signing: SigningState
  readonly signingError: SigningRefusal | null
  readonly state: FormState
  readonly submission: string
}

/** The passkeys of an account, beside the codes of the authenticator app. */
export function PasskeysPage(props: PasskeysPageProps) {
  const { t, link } = useReader()
  const { passkeys, question, state } = props
  return (
    <OfficerLayout
      title={t('accounts.passkeys.title')}
      hasErrors={hasErrors(state)}
      before={<BackLink href={link(routes.account.href())} />}
    >
      <FormErrors state={state} />
      <h1 class="govuk-heading-l">{t('accounts.passkeys.title')}</h1>
      <p class="govuk-body">{t('accounts.passkeys.text')}</p>
      {passkeys.length > 0 ? (
        <Known {...props} />
      ) : (
        <EmptyState title={t('accounts.passkeys.none')}>
          {t('accounts.passkeys.none.text')}
        </EmptyState>
      )}
      {question ? (
        <Add {...props} question={question} />
      ) : (
        <InsetText>{t('accounts.passkeys.no-name')}</InsetText>
      )}
    </OfficerLayout>
  )
}

function Known({ passkeys, submission }: PasskeysPageProps) {
  const { t, link, day, instant } = useReader()
  return (
    <WideTable
      label={t('accounts.passkeys.title')}
      head={[
        t('accounts.passkeys.label'),
        t('accounts.passkeys.made'),
        t('accounts.tokens.used'),
        <span class="govuk-visually-hidden">{t('accounts.account.action')}</span>,
      ]}
      rows={passkeys.map((one) => [
        one.label,
        day(dayOf(one.madeAt)),
        one.lastUsedAt ? instant(one.lastUsedAt) : t('accounts.tokens.unused'),
        <Form
          action={link(routes.accountPasskeyEnd.href({ id: one.id }))}
          state={{ values: {}, errors: {} }}
          submission={submission.replace(/^.{8}/, one.id.slice(-8))}
        >
          <Button kind="secondary">
            {t('accounts.passkeys.remove')} <span class="govuk-visually-hidden">{one.label}</span>
          </Button>
        </Form>,
      ])}
    />
  )
}

function Add(props: PasskeysPageProps & { readonly question: Question }) {
  const { t, link } = useReader()
  return (
    <section aria-labelledby="add">
      <h2 class="govuk-heading-m" id="add">
        {t('accounts.passkeys.add')}
      </h2>
      <noscript>
        <InsetText>{t('accounts.passkeys.no-script')}</InsetText>
      </noscript>
      <Form
        action={link(routes.accountPasskeys.href())}
        state={props.state}
        submission={props.submission}
      >
        <TextField
          name="label"
          label={t('accounts.passkeys.label')}
          hint={t('accounts.passkeys.label.hint')}
          width={20}
          attributes={{ autocomplete: 'off', maxlength: 60 }}
        />
        <SigningFields {...props.signing} passkey={null} error={props.signingError} />
        <PasskeyPart question={props.question} what="register" sendAtOnce />
      </Form>
    </section>
  )
}
