import { type Attributes, tokens } from '../content.ts'
import { ControlGroup, type ControlProps, describedByOf } from './form-group.tsx'

export type Option = {
  readonly value: string | number
  readonly label: string
  readonly disabled?: boolean | undefined
}

export type SelectProps = ControlProps & {
  readonly options: readonly Option[]
  readonly value?: string | number | undefined
  readonly disabled?: boolean | undefined
  readonly attributes?: Attributes | undefined
}

export function Select(props: SelectProps) {
  const id = props.id ?? props.name
  return (
    <ControlGroup {...props}>
      <select
        class={tokens('govuk-select', props.class, props.error && 'govuk-select--error')}
        id={id}
        name={props.name}
        disabled={props.disabled}
        aria-describedby={describedByOf({ ...props, id })}
        {...props.attributes}
      >
        {props.options.map(({ value, label, disabled }) => (
          <option value={value} selected={isChosen(value, props.value)} disabled={disabled}>
            {label}
          </option>
        ))}
      </select>
    </ControlGroup>
  )
}

const isChosen = (value: string | number, chosen: string | number | undefined) =>
  chosen !== undefined && chosen !== '' && String(value) === String(chosen)
