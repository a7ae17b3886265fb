import { type Content, tokens } from '../content.ts'
import { useReader } from '../reader.ts'

export type ErrorMessageProps = {
  readonly id?: string | undefined
  readonly children: Content
  readonly class?: string | undefined
}

export function ErrorMessage({ id, children, class: extra }: ErrorMessageProps) {
  const { t } = useReader()
  return (
    <p id={id} class={tokens('govuk-error-message', extra)}>
      <span class="govuk-visually-hidden">{t('ui.error.word')}</span> {children}
    </p>
  )
}
