import { routes } from '../../../routes.ts'
import {
  BackLink,
  Button,
  DateField,
  ErrorSummary,
  Form,
  FormErrors,
  type FormState,
  hasErrors,
  OfficerLayout,
  TextField,
  useReader,
} from '../../../ui/index.ts'
import { ScanField } from './scan-form.tsx'

export type IncomingPageProps = {
  readonly state: FormState
  readonly refusal: string | null
  readonly submission: string
}

/** What came in by post or by hand, with the day on which it really came. */
export function IncomingPage({ state, refusal, submission }: IncomingPageProps) {
  const { t, link } = useReader()
  return (
    <OfficerLayout
      title={t('letters.incoming.title')}
      hasErrors={hasErrors(state)}
      before={
        <BackLink href={link(routes.letters.href({ direction: 'incoming' }))}>
          {t('letters.back')}
        </BackLink>
      }
    >
      <FormErrors state={state} />
      {refusal ? (
        <ErrorSummary errors={[{ text: t(`letters.refusal.${refusal}`), href: '#main' }]} />
      ) : null}
      <h1>{t('letters.incoming.title')}</h1>
      <Form
        action={link(routes.letterIncoming.href())}
        state={state}
        submission={submission}
        multipart
      >
        <TextField name="correspondent" label={t('letters.field.sender')} />
        <TextField name="subject" label={t('letters.field.subject')} />
        <TextField name="reference" label={t('letters.field.their-number')} width={20} />
        <DateField
          name="receivedOn"
          legend={t('letters.field.received-on')}
          hint={t('letters.field.received-on-hint')}
        />
        <DateField name="dated" legend={t('letters.field.dated')} />
        <ScanField />
        <Button>{t('letters.incoming.send')}</Button>
      </Form>
    </OfficerLayout>
  )
}
