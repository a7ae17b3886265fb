import { type Content, tokens } from '../content.ts'

export type HintProps = {
  readonly id?: string | undefined
  readonly children: Content
  readonly class?: string | undefined
}

export function Hint({ id, children, class: extra }: HintProps) {
  return (
    <div id={id} class={tokens('govuk-hint', extra)}>
      {children}
    </div>
  )
}
