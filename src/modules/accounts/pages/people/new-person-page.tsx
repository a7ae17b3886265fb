import { routes } from '../../../../routes.ts'
import {
  BackLink,
  Button,
  Form,
  FormErrors,
  type FormState,
  hasErrors,
  OfficerLayout,
  TextField,
  useReader,
} from '../../../../ui/index.ts'

export function NewPersonPage({
  state,
  submission,
}: {
  readonly state: FormState
  readonly submission: string
}) {
  const { t, link } = useReader()
  const title = t('people.add')
  return (
    <OfficerLayout
      title={title}
      hasErrors={hasErrors(state)}
      before={<BackLink href={link(routes.people.href())} />}
    >
      <FormErrors state={state} />
      <h1 class="govuk-heading-l">{title}</h1>
      <p class="govuk-body">{t('people.add.text')}</p>
      <Form action={link(routes.personNew.href())} state={state} submission={submission}>
        <TextField name="km" label={t('people.name-km')} width={30} />
        <TextField name="en" label={t('people.name-en')} width={30} />
        <TextField
          name="login"
          label={t('accounts.login.label')}
          hint={t('people.login.hint')}
          width={20}
          attributes={{ autocapitalize: 'none', autocomplete: 'off', spellcheck: 'false' }}
        />
        <Button>{t('people.add.button')}</Button>
      </Form>
    </OfficerLayout>
  )
}
