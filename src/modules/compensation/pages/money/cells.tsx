import { type FormState, type Option, useReader } from '../../../../ui/index.ts'

type CellProps = { readonly name: string; readonly label: string; readonly state: FormState }

const typedIn = (state: FormState, name: string): string => {
  const value = state.values[name]
  return typeof value === 'string' ? value : ''
}

function CellError({ name, state }: Pick<CellProps, 'name' | 'state'>) {
  const { t } = useReader()
  const error = state.errors[name]
  return error ? (
    <span class="govuk-error-message" id={`${name}-error`}>
      {t(error.key, error.values)}
    </span>
  ) : null
}

/** A sum in a row of a table: its name is read out, not drawn. */
export function CellInput({
  name,
  label,
  state,
  value = '',
}: CellProps & { readonly value?: string }) {
  return (
    <>
      <CellError name={name} state={state} />
      <input
        class="govuk-input govuk-input--width-10"
        id={name}
        name={name}
        aria-label={label}
        aria-describedby={state.errors[name] ? `${name}-error` : undefined}
        inputmode="decimal"
        autocomplete="off"
        maxlength={30}
        value={typedIn(state, name) || value}
      />
    </>
  )
}

export function CellSelect({
  name,
  label,
  state,
  options,
  value = '',
}: CellProps & { readonly options: readonly Option[]; readonly value?: string }) {
  const chosen = typedIn(state, name) || value
  return (
    <>
      <CellError name={name} state={state} />
      <select class="govuk-select" id={name} name={name} aria-label={label}>
        {options.map((option) => (
          <option value={option.value} selected={String(option.value) === chosen}>
            {option.label}
          </option>
        ))}
      </select>
    </>
  )
}
