import { type Content, type TextSize, tokens } from '../content.ts'
import { ErrorMessage } from './error-message.tsx'
import { Hint } from './hint.tsx'
import { Label } from './label.tsx'

/** What every single control has around it. */
export type ControlProps = {
  readonly name: string
  /** Defaults to the name. */
  readonly id?: string | undefined
  readonly label: Content
  readonly labelSize?: TextSize | undefined
  /** The label is the page's only heading: one question a page. */
  readonly asHeading?: boolean | undefined
  readonly hint?: Content | undefined
  readonly error?: Content | undefined
  /** Id of another element that explains this one. */
  readonly describedBy?: string | undefined
  readonly class?: string | undefined
  readonly groupClass?: string | undefined
}

type FormGroupProps = {
  readonly error?: Content | undefined
  readonly class?: string | undefined
  readonly children: Content
}

export function FormGroup({ error, class: extra, children }: FormGroupProps) {
  return (
    <div class={tokens('govuk-form-group', error && 'govuk-form-group--error', extra)}>
      {children}
    </div>
  )
}

/** Label, hint and error, and then the control. */
export function ControlGroup(props: ControlProps & { readonly children: Content }) {
  return (
    <FormGroup error={props.error} class={props.groupClass}>
      <Label for={props.id ?? props.name} size={props.labelSize} asHeading={props.asHeading}>
        {props.label}
      </Label>
      <HintAndError id={props.id ?? props.name} hint={props.hint} error={props.error} />
      {props.children}
    </FormGroup>
  )
}

export type HintAndErrorProps = {
  readonly id: string
  readonly hint?: Content | undefined
  readonly error?: Content | undefined
}

export function HintAndError({ id, hint, error }: HintAndErrorProps) {
  return (
    <>
      {hint ? <Hint id={`${id}-hint`}>{hint}</Hint> : null}
      {error ? <ErrorMessage id={`${id}-error`}>{error}</ErrorMessage> : null}
    </>
  )
}

/** What a control points at with `aria-describedby`. */
export function describedByOf(props: HintAndErrorProps & { describedBy?: string | undefined }) {
  const { id, hint, error, describedBy } = props
  return tokens(describedBy, hint ? `${id}-hint` : null, error ? `${id}-error` : null)
}
