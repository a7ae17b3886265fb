import { type Content, type TextSize, tokens } from '../content.ts'

export type LabelProps = {
  /** Id of the control. */
  readonly for?: string | undefined
  readonly children: Content
  readonly size?: TextSize | undefined
  /** The label is the page's only heading: one question a page. */
  readonly asHeading?: boolean | undefined
  readonly class?: string | undefined
}

export function Label(props: LabelProps) {
  const name = tokens('govuk-label', props.size && `govuk-label--${props.size}`, props.class)
  const label = (
    <label class={name} for={props.for}>
      {props.children}
    </label>
  )
  return props.asHeading ? <h1 class="govuk-label-wrapper">{label}</h1> : label
}
