import { routes } from '../../../routes.ts'
import {
  Button,
  CitizenLayout,
  Form,
  FormErrors,
  type FormState,
  hasErrors,
  TextField,
  useReader,
} from '../../../ui/index.ts'
import type { Question } from '../actions/passkeys.ts'
import { type Carried, CarriedFields } from './carried-fields.tsx'
import { PasskeyPart } from './passkey-part.tsx'

/** The six digits after the password. */
export function CodePage({
  state,
  carried,
  question,
}: {
  readonly state: FormState
  readonly carried: Carried
  /** Where this person has a passkey. */
  readonly question?: Question | null
}) {
  const { t, link } = useReader()
  const title = t('accounts.code.title')
  return (
    <CitizenLayout title={title} hasErrors={hasErrors(state)}>
      <FormErrors state={state} />
      <h1 class="govuk-heading-l">{title}</h1>
      <Form action={link(routes.signInCode.href())} state={state} submission="">
        <CarriedFields {...carried} />
        <CodeField name="code" label={t('accounts.code.label')} hint={t('accounts.code.hint')} />
        <Button>{t('accounts.code.button')}</Button>
        {question ? <PasskeyPart question={question} what="use" sendAtOnce /> : null}
      </Form>
      <p class="govuk-body">
        <a class="govuk-link" href={link(routes.signIn.href())}>
          {t('accounts.code.start-again')}
        </a>
      </p>
    </CitizenLayout>
  )
}

export function CodeField(props: {
  readonly name: string
  readonly label: string
  readonly hint: string
}) {
  return (
    <TextField
      {...props}
      width={10}
      attributes={{ autocomplete: 'one-time-code', inputmode: 'numeric', maxlength: 20 }}
    />
  )
}
