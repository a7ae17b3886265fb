import { type Content, tokens } from '../content.ts'
import { useReader } from '../reader.ts'

export type SummaryError = { readonly text: Content; readonly href?: string | undefined }

export type ErrorSummaryProps = {
  readonly errors: readonly SummaryError[]
  /** "There is a problem" when absent. */
  readonly title?: Content | undefined
  readonly description?: Content | undefined
  readonly class?: string | undefined
}

export function ErrorSummary({ errors, title, description, class: extra }: ErrorSummaryProps) {
  const { t } = useReader()
  return (
    <div class={tokens('govuk-error-summary', extra)}>
      <div role="alert">
        <h2 class="govuk-error-summary__title">{title ?? t('ui.error.title')}</h2>
        <div class="govuk-error-summary__body">
          {description ? <p>{description}</p> : null}
          {errors.length > 0 ? <ErrorList errors={errors} /> : null}
        </div>
      </div>
    </div>
  )
}

function ErrorList({ errors }: { readonly errors: readonly SummaryError[] }) {
  return (
    <ul class="govuk-list govuk-error-summary__list">
      {errors.map(({ text, href }) => (
        <li>{href ? <a href={href}>{text}</a> : text}</li>
      ))}
    </ul>
  )
}
