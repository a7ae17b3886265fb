import { type Content, classNames } from '../content.ts'

export type HintProps = {
  readonly id?: string | undefined
  readonly children: Content
  readonly class?: string | undefined
}

export function Hint({ id, children, class: extra }: HintProps) {
  return (
    <div id={id} class={classNames('govuk-hint', extra)}>
      {children}
    </div>
  )
}
