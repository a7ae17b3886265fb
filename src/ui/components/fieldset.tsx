import { type Content, type TextSize, tokens } from '../content.ts'

export type FieldsetProps = {
  readonly legend?: Content | undefined
  readonly legendSize?: TextSize | undefined
  readonly legendClass?: string | undefined
  /** The legend is the page's only heading: one question a page. */
  readonly asHeading?: boolean | undefined
  readonly describedBy?: string | undefined
  readonly role?: 'group' | undefined
  readonly class?: string | undefined
  readonly children?: Content | undefined
}

export function Fieldset(props: FieldsetProps) {
  return (
    <fieldset
      class={tokens('govuk-fieldset', props.class)}
      role={props.role}
      aria-describedby={props.describedBy}
    >
      {props.legend ? <Legend {...props} /> : null}
      {props.children}
    </fieldset>
  )
}

function Legend({ legend, legendSize, legendClass, asHeading }: FieldsetProps) {
  const size = legendSize && `govuk-fieldset__legend--${legendSize}`
  return (
    <legend class={tokens('govuk-fieldset__legend', size, legendClass)}>
      {asHeading ? <h1 class="govuk-fieldset__heading">{legend}</h1> : legend}
    </legend>
  )
}
