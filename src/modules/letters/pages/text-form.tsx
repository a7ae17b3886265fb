import { routes } from '../../../routes.ts'
import { Button, Form, type FormState, useReader } from '../../../ui/index.ts'
import type { LetterPageProps } from './letter-props.ts'
import { Part } from './part.tsx'
import { TextFields } from './text-fields.tsx'

/** The words, while the letter lies on the reader's desk. */
export function TextForm({ file, form, submission }: LetterPageProps) {
  const { t, link } = useReader()
  const { letter, text } = file
  if (!text) return <p class="muted">{t('letters.destroyed')}</p>
  const values = { ...text, reference: text.reference ?? '' }
  const state: FormState = form?.step === 'text' ? form.state : { values, errors: {} }
  return (
    <Part title={t('letters.part.text')}>
      <Form
        action={link(routes.letterText.href({ id: letter.id }))}
        state={state}
        submission={`${submission}-text`}
      >
        <input type="hidden" name="version" value={letter.version} />
        <TextFields />
        <Button kind="secondary">{t('letters.text.keep')}</Button>
      </Form>
    </Part>
  )
}
