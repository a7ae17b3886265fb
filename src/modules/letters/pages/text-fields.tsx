import { TextareaField, TextField, useReader } from '../../../ui/index.ts'

/** The words of an outgoing letter. */
export function TextFields() {
  const { t } = useReader()
  return (
    <>
      <TextField
        name="correspondent"
        id="text-correspondent"
        label={t('letters.field.correspondent')}
      />
      <TextField name="subject" id="text-subject" label={t('letters.field.subject')} />
      <TextField name="reference" id="text-reference" label={t('letters.field.reference')} />
      <TextareaField
        name="body"
        id="text-body"
        rows={14}
        label={t('letters.field.body')}
        hint={t('letters.field.body-hint')}
      />
    </>
  )
}
