import { type Attributes, type Content, tokens } from '../content.ts'
import { ControlGroup, type ControlProps, describedByOf } from './form-group.tsx'

export type InputProps = ControlProps & {
  readonly type?: 'text' | 'tel' | 'email' | 'url' | 'search' | 'password' | undefined
  readonly value?: string | number | undefined
  /** How many characters wide; full width when absent. */
  readonly width?: 2 | 3 | 4 | 5 | 10 | 20 | 30 | undefined
  /** A unit before or after the field, such as a currency; hidden from screen readers. */
  readonly prefix?: Content | undefined
  readonly suffix?: Content | undefined
  readonly disabled?: boolean | undefined
  readonly attributes?: Attributes | undefined
}

export function Input(props: InputProps) {
  const control = <InputControl {...props} />
  return (
    <ControlGroup {...props}>
      {props.prefix || props.suffix ? (
        <div class="govuk-input__wrapper">
          <Affix kind="prefix">{props.prefix}</Affix>
          {control}
          <Affix kind="suffix">{props.suffix}</Affix>
        </div>
      ) : (
        control
      )}
    </ControlGroup>
  )
}

function InputControl(props: InputProps) {
  const id = props.id ?? props.name
  const attributes: Attributes = { type: props.type ?? 'text', ...props.attributes }
  const width = props.width && `govuk-input--width-${props.width}`
  return (
    <input
      class={tokens('govuk-input', width, props.class, props.error && 'govuk-input--error')}
      id={id}
      name={props.name}
      value={props.value}
      disabled={props.disabled}
      aria-describedby={describedByOf({ ...props, id })}
      {...attributes}
    />
  )
}

type AffixProps = { readonly kind: 'prefix' | 'suffix'; readonly children: Content }

function Affix({ kind, children }: AffixProps) {
  if (!children) return null
  return (
    <div class={`govuk-input__${kind}`} aria-hidden="true">
      {children}
    </div>
  )
}
