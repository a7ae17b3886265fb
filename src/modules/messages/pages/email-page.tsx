import { dayOf } from '../../../kernel/days.ts'
import { routes } from '../../../routes.ts'
import {
  Breadcrumbs,
  Button,
  emptyForm,
  Form,
  FormErrors,
  type FormState,
  hasErrors,
  InsetText,
  OfficerLayout,
  TextField,
  useReader,
} from '../../../ui/index.ts'
import type { ShownEmail } from '../actions/own-email.ts'
import { emailHours } from '../rules/link-code.ts'

export type EmailPageProps = {
  readonly own: ShownEmail
  readonly state: FormState
  readonly submission: string
}

/** The mailbox of this account: given here, confirmed by the link that goes there. */
export function EmailPage({ own, state, submission }: EmailPageProps) {
  const { t, link, day } = useReader()
  const title = t('messages.email.title')
  const { address, confirmedAt, waiting } = own
  const action = link(routes.accountEmail.href())
  return (
    <OfficerLayout
      title={title}
      hasErrors={hasErrors(state)}
      before={<Breadcrumbs crumbs={useCrumbs(title)} />}
    >
      <FormErrors state={state} />
      <h1 class="govuk-heading-l">{title}</h1>
      <p class="govuk-body">{t('messages.email.about')}</p>
      <p class="govuk-body">
        {address && confirmedAt
          ? t('messages.email.since', { address, day: day(dayOf(confirmedAt)) })
          : t('messages.email.none')}
      </p>
      {waiting ? (
        <InsetText>
          {t('messages.email.waiting', { address: waiting, hours: emailHours })}
        </InsetText>
      ) : null}
      <Form action={action} state={state} submission={submission}>
        <TextField
          name="address"
          type="email"
          label={t('messages.email.label')}
          width={30}
          attributes={{ autocomplete: 'email', spellcheck: 'false', maxlength: 200 }}
        />
        <Button name="do" value="give">
          {t('messages.email.give')}
        </Button>
      </Form>
      {address || waiting ? (
        <Form action={action} state={emptyForm} submission={`${submission}-end`}>
          <Button name="do" value="end" kind="warning">
            {t('messages.email.end')}
          </Button>
        </Form>
      ) : null}
    </OfficerLayout>
  )
}

export type ConfirmEmailPageProps = {
  readonly code: string
  readonly state: FormState
  readonly submission: string
}

/** What the link leads to: a link alone changes nothing, for mail programs open them, too. */
export function ConfirmEmailPage({ code, state, submission }: ConfirmEmailPageProps) {
  const { t, link } = useReader()
  const title = t('messages.email.confirm.title')
  return (
    <OfficerLayout
      title={title}
      hasErrors={hasErrors(state)}
      before={<Breadcrumbs crumbs={useCrumbs(title)} />}
    >
      <FormErrors state={state} />
      <h1 class="govuk-heading-l">{title}</h1>
      <p class="govuk-body">{t('messages.email.confirm.text')}</p>
      <Form
        action={link(routes.accountEmailConfirm.href({ code }))}
        state={state}
        submission={submission}
      >
        <Button>{t('messages.email.confirm.button')}</Button>
      </Form>
    </OfficerLayout>
  )
}

function useCrumbs(text: string) {
  const { t, link } = useReader()
  return [{ text: t('accounts.account.title'), href: link(routes.account.href()) }, { text }]
}
