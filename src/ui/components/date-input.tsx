import { type Content, type TextSize, tokens } from '../content.ts'
import { useReader } from '../reader.ts'
import { Fieldset } from './fieldset.tsx'
import { FormGroup, HintAndError } from './form-group.tsx'

export type DatePart = 'day' | 'month' | 'year'

export type DateInputProps = {
  readonly id: string
  /** The fields are named `<prefix>-day`, `<prefix>-month` and `<prefix>-year`. */
  readonly namePrefix?: string | undefined
  readonly legend?: Content | undefined
  readonly legendSize?: TextSize | undefined
  readonly asHeading?: boolean | undefined
  readonly hint?: Content | undefined
  readonly error?: Content | undefined
  readonly describedBy?: string | undefined
  /** The parts that are asked; all three when absent. */
  readonly parts?: readonly DatePart[] | undefined
  /** The parts that are wrong; all when there is an error and none is named. */
  readonly wrong?: readonly DatePart[] | undefined
  readonly values?: Readonly<Partial<Record<DatePart, string | number | undefined>>> | undefined
  readonly autocomplete?: Readonly<Partial<Record<DatePart, string>>> | undefined
  readonly class?: string | undefined
  readonly groupClass?: string | undefined
}

const allParts: readonly DatePart[] = ['day', 'month', 'year']

export function DateInput(props: DateInputProps) {
  const { id, hint, error } = props
  const inner = (
    <>
      <HintAndError id={id} hint={hint} error={error} />
      <div class={tokens('govuk-date-input', props.class)} id={id}>
        {(props.parts ?? allParts).map((part) => (
          <DatePartInput part={part} date={props} />
        ))}
      </div>
    </>
  )
  return (
    <FormGroup error={error} class={props.groupClass}>
      {props.legend ? (
        <Fieldset
          legend={props.legend}
          legendSize={props.legendSize}
          asHeading={props.asHeading}
          role="group"
          describedBy={tokens(
            props.describedBy,
            hint ? `${id}-hint` : null,
            error ? `${id}-error` : null,
          )}
        >
          {inner}
        </Fieldset>
      ) : (
        inner
      )}
    </FormGroup>
  )
}

type PartProps = { readonly part: DatePart; readonly date: DateInputProps }

function DatePartInput({ part, date }: PartProps) {
  const { t } = useReader()
  const wrong = date.wrong?.includes(part) ?? Boolean(date.error)
  return (
    <div class="govuk-date-input__item">
      <div class="govuk-form-group">
        <label class="govuk-label govuk-date-input__label" for={`${date.id}-${part}`}>
          {t(`ui.date.${part}`)}
        </label>
        <input
          class={tokens(
            'govuk-input govuk-date-input__input',
            wrong && 'govuk-input--error',
            part === 'year' ? 'govuk-input--width-4' : 'govuk-input--width-2',
          )}
          id={`${date.id}-${part}`}
          name={date.namePrefix ? `${date.namePrefix}-${part}` : part}
          type="text"
          value={date.values?.[part]}
          inputmode="numeric"
          autocomplete={date.autocomplete?.[part]}
        />
      </div>
    </div>
  )
}
