import { type Content, tokens } from '../content.ts'
import { Heading } from './heading.tsx'

export type PanelProps = {
  readonly title: Content
  readonly children?: Content | undefined
  readonly headingLevel?: 1 | 2 | 3 | undefined
  readonly class?: string | undefined
}

/** What was done, at the top of the page that confirms it. */
export function Panel({ title, children, headingLevel, class: extra }: PanelProps) {
  return (
    <div class={tokens('govuk-panel govuk-panel--confirmation', extra)}>
      <Heading level={headingLevel ?? 1} class="govuk-panel__title">
        {title}
      </Heading>
      {children ? <div class="govuk-panel__body">{children}</div> : null}
    </div>
  )
}
