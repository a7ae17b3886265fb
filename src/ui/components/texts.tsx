import { type Content, tokens } from '../content.ts'
import { useReader } from '../reader.ts'

type TextProps = {
  readonly children: Content
  readonly id?: string | undefined
  readonly class?: string | undefined
}

/** A passage set apart: an example, a quotation, what somebody wrote. */
export function InsetText({ children, id, class: extra }: TextProps) {
  return (
    <div id={id} class={tokens('govuk-inset-text', extra)}>
      {children}
    </div>
  )
}

/** What would harm the reader if it were missed. */
export function WarningText({ children, class: extra }: TextProps) {
  const { t } = useReader()
  return (
    <div class={tokens('govuk-warning-text', extra)}>
      <span class="govuk-warning-text__icon" aria-hidden="true">
        !
      </span>
      <strong class="govuk-warning-text__text">
        <span class="govuk-visually-hidden">{t('ui.warning.word')}</span>
        {children}
      </strong>
    </div>
  )
}

export type DetailsProps = TextProps & {
  readonly summary: Content
  readonly open?: boolean | undefined
}

/** More, for those who want it; works without script. */
export function Details({ summary, open, children, id, class: extra }: DetailsProps) {
  return (
    <details id={id} class={tokens('govuk-details', extra)} open={open}>
      <summary class="govuk-details__summary">
        <span class="govuk-details__summary-text">{summary}</span>
      </summary>
      <div class="govuk-details__text">{children}</div>
    </details>
  )
}
