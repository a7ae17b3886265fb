import { type Content, tokens } from '../content.ts'

export type SlipLine = {
  readonly label: Content
  readonly value: Content
  /** A number to key or to say aloud: large, in groups, digits of one width. */
  readonly code?: boolean | undefined
}

export type SlipProps = {
  readonly title: Content
  readonly lines: readonly SlipLine[]
  /** What to keep in mind: "Keep this apart from the other slip". */
  readonly children?: Content | undefined
}

/** A small paper to keep; printed, it stands on a page of its own. */
export function Slip({ title, lines, children }: SlipProps) {
  return (
    <section class="slip">
      <h2 class="slip__title">{title}</h2>
      <dl class="slip__lines">
        {lines.map(({ label, value, code }) => (
          <div>
            <dt>{label}</dt>
            <dd class={tokens(code && 'slip__code')}>{value}</dd>
          </div>
        ))}
      </dl>
      {children}
    </section>
  )
}
