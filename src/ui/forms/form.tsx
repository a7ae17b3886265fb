import { ErrorSummary } from '../components/error-summary.tsx'
import { type Content, tokens } from '../content.ts'
import { useReader } from '../reader.ts'
import { FormContext, type FormState, hasErrors } from './form-state.ts'

export type FormProps = {
  /** Where it is sent, already through `reader.link`. */
  readonly action: string
  readonly state: FormState
  /** A fresh UUID per drawn form: sending it twice does no harm. */
  readonly submission: string
  readonly children: Content
  /** For files. */
  readonly multipart?: boolean | undefined
  readonly class?: string | undefined
}

/** A form that needs no script; its fields find their value and error by name. */
export function Form({ action, state, submission, children, ...rest }: FormProps) {
  return (
    <form
      method="post"
      action={action}
      novalidate
      class={tokens('form', rest.class)}
      enctype={rest.multipart ? 'multipart/form-data' : undefined}
    >
      <input type="hidden" name="submission" value={submission} />
      <FormContext.Provider value={state}>{children}</FormContext.Provider>
    </form>
  )
}

/** Above the heading of the page: every error, linked to its field. */
export function FormErrors({ state }: { readonly state: FormState }) {
  const { t } = useReader()
  if (!hasErrors(state)) return null
  const errors = Object.entries(state.errors).map(([name, error]) => ({
    text: t(error.key, error.values),
    href: `#${name}`,
  }))
  return <ErrorSummary errors={errors} />
}
