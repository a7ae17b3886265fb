import { routes } from '../../../routes.ts'
import {
  BackLink,
  Button,
  Form,
  FormErrors,
  type FormState,
  hasErrors,
  InsetText,
  OfficerLayout,
  TextField,
  useReader,
} from '../../../ui/index.ts'

export type PasswordPageProps = {
  readonly state: FormState
  readonly submission: string
  readonly login: string
  /** It was handed over, and gives no role before it is changed. */
  readonly first: boolean
}

export function PasswordPage({ state, submission, login, first }: PasswordPageProps) {
  const { t, link } = useReader()
  const title = t('accounts.password.title')
  return (
    <OfficerLayout
      title={title}
      hasErrors={hasErrors(state)}
      before={<BackLink href={link(routes.account.href())} />}
    >
      <FormErrors state={state} />
      <h1 class="govuk-heading-l">{title}</h1>
      {first ? <InsetText>{t('accounts.password.first')}</InsetText> : null}
      <Form action={link(routes.accountPassword.href())} state={state} submission={submission}>
        {/* For the browser's store of passwords, which has to know whose it is. */}
        <input type="text" name="username" value={login} autocomplete="username" hidden />
        <TextField
          name="current"
          type="password"
          label={t('accounts.password.current')}
          width={20}
          attributes={{ autocomplete: 'current-password' }}
        />
        <TextField
          name="wanted"
          type="password"
          label={t('accounts.password.new')}
          hint={t('accounts.password.why')}
          width={20}
          attributes={{ autocomplete: 'new-password' }}
        />
        <Button>{t('accounts.password.button')}</Button>
      </Form>
    </OfficerLayout>
  )
}
