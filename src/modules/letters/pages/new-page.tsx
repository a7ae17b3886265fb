import { langs } from '../../../kernel/reader.ts'
import { routes } from '../../../routes.ts'
import {
  BackLink,
  Button,
  ErrorSummary,
  Form,
  type FormState,
  hasErrors,
  OfficerLayout,
  RadiosField,
  TextareaField,
  useReader,
} from '../../../ui/index.ts'
import { TextFields } from './text-fields.tsx'

export type NewPageProps = {
  readonly state: FormState
  readonly refusal: string | null
  readonly submission: string
}

/** A letter that is about no record; to one, or to many under one number. */
export function NewPage({ state, refusal, submission }: NewPageProps) {
  const { t, link } = useReader()
  const errors = Object.entries(state.errors).map(([field, { key, values }]) => ({
    text: t(key, values),
    href: ['language', 'recipients'].includes(field) ? `#${field}` : `#text-${field}`,
  }))
  const general = refusal ? [{ text: t(`letters.refusal.${refusal}`), href: '#main' }] : []
  return (
    <OfficerLayout
      title={t('letters.new.title')}
      hasErrors={hasErrors(state)}
      before={<BackLink href={link(routes.letters.href())}>{t('letters.back')}</BackLink>}
    >
      <ErrorSummary errors={[...general, ...errors]} />
      <h1>{t('letters.new.title')}</h1>
      <Form action={link(routes.letterNew.href())} state={state} submission={submission}>
        <RadiosField
          name="language"
          legend={t('letters.field.language')}
          choices={langs.map((value) => ({ value, label: t(`letters.language.${value}`) }))}
          inline
        />
        <TextFields />
        <TextareaField
          name="recipients"
          rows={4}
          label={t('letters.field.recipients')}
          hint={t('letters.field.recipients-hint')}
        />
        <Button>{t('letters.new.send')}</Button>
      </Form>
    </OfficerLayout>
  )
}
