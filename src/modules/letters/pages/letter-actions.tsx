import { routes } from '../../../routes.ts'
import { Button, emptyForm, Form, Textarea, useReader } from '../../../ui/index.ts'
import { SigningFields } from '../../accounts/index.ts'
import { type LetterAction, needsNote } from '../rules/lifecycle.ts'
import type { LetterPageProps } from './letter-props.ts'

/** What may be done now, and nothing else. */
export function LetterActions(props: LetterPageProps) {
  const { t } = useReader()
  const { actions } = props.file
  if (actions.length === 0 && !props.file.mayReplace)
    return (
      <aside class="case__actions">
        <p class="muted">{t('letters.actions.none')}</p>
      </aside>
    )
  return (
    <aside class="case__actions" aria-label={t('letters.actions.title')}>
      <section class="actions">
        <h2 class="actions__title">{t('letters.actions.title')}</h2>
        {actions.map((action) => (
          <StepForm action={action} {...props} />
        ))}
        {props.file.mayReplace ? <ReplaceForm {...props} /> : null}
      </section>
    </aside>
  )
}

/** The old letter stays in force until the new one is signed. */
function ReplaceForm({ file, submission }: LetterPageProps) {
  const { t, link } = useReader()
  const { id } = file.letter
  return (
    <details class="step" id="replace">
      <summary class="step__summary">{t('letters.step.replace')}</summary>
      <Form
        action={link(routes.letterReplacement.href({ id }))}
        state={emptyForm}
        submission={`${submission}-replace`}
      >
        <p class="actions__hint">{t('letters.step-hint.replace')}</p>
        <Button kind="secondary">{t('letters.step-do.replace')}</Button>
      </Form>
    </details>
  )
}

function StepForm(props: LetterPageProps & { readonly action: LetterAction }) {
  const { t, link } = useReader()
  const { action, file, form, submission } = props
  const { id, version } = file.letter
  const here = form?.step === action ? form : null
  const error = here?.state.errors.note
  return (
    <details class="step" id={action} open={here !== null}>
      <summary class="step__summary">{t(`letters.step.${action}`)}</summary>
      <Form
        action={link(routes.letterAction.href({ id, action }))}
        state={here?.state ?? emptyForm}
        submission={`${submission}-${action}`}
      >
        <input type="hidden" name="version" value={version} />
        <p class="actions__hint">{t(`letters.step-hint.${action}`)}</p>
        <Textarea
          name="note"
          id={`${action}-note`}
          rows={3}
          label={t(
            needsNote.includes(action) ? 'letters.field.note' : 'letters.field.note-optional',
          )}
          value={String(here?.state.values.note ?? '')}
          error={error ? t(error.key, error.values) : undefined}
        />
        {action === 'sign' ? <SigningFields {...props.signing} error={here?.signing} /> : null}
        <Button kind={action === 'withdraw' || action === 'drop' ? 'warning' : undefined}>
          {t(`letters.step-do.${action}`)}
        </Button>
      </Form>
    </details>
  )
}
