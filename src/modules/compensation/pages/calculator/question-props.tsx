import { SelectField, TextField, useReader } from '../../../../ui/index.ts'
import type { CurrencyName, Destination, DestinationArea } from '../../../places/index.ts'

/** What the questions choose from. */
export type CalculatorLists = {
  readonly destinations: readonly Destination[]
  readonly areas: readonly DestinationArea[]
  readonly currencies: readonly CurrencyName[]
  /** The part of the chosen area that has a wage of its own. */
  readonly district: string | null
}

/** `page`: a question alone, its title is the heading. `part`: one of many on an officer's page. */
export type CalculatorFieldsProps = {
  readonly lists: CalculatorLists
  readonly as: 'page' | 'part'
}

export const titled = (as: CalculatorFieldsProps['as']) =>
  as === 'page'
    ? ({ legendSize: 'l', asHeading: true } as const)
    : ({ legendSize: 's', asHeading: false } as const)

/** The heading of a question that asks for more than one thing. */
export function Title({
  as,
  id,
}: {
  readonly as: CalculatorFieldsProps['as']
  readonly id: string
}) {
  const { t } = useReader()
  const text = t(`calculator.q.${id}`)
  return as === 'page' ? <h1>{text}</h1> : <h2>{text}</h2>
}

/** A browser on a lent phone offers none of it to the next person. */
export const notRemembered = { autocomplete: 'off' } as const

type MoneyProps = Pick<CalculatorFieldsProps, 'lists'> & {
  readonly amount: string
  readonly currency: string
  readonly label: string
  readonly hint?: string | undefined
}

export function MoneyFields({ amount, currency, label, hint, lists }: MoneyProps) {
  return (
    <>
      <AmountField name={amount} label={label} hint={hint} />
      <CurrencyField name={currency} lists={lists} />
    </>
  )
}

export const AmountField = (props: {
  readonly name: string
  readonly label: string
  readonly hint?: string | undefined
}) => <TextField {...props} width={10} attributes={{ ...notRemembered, inputmode: 'decimal' }} />

export const NumberField = (props: {
  readonly name: string
  readonly label: string
  readonly hint?: string | undefined
}) => <TextField {...props} width={5} attributes={{ ...notRemembered, inputmode: 'numeric' }} />

export function CurrencyField({
  name,
  lists,
  label,
}: Pick<CalculatorFieldsProps, 'lists'> & {
  readonly name: string
  readonly label?: string | undefined
}) {
  const reader = useReader()
  const options = lists.currencies.map(({ code, names }) => ({
    value: code,
    label: `${code} – ${reader.name(names)}`,
  }))
  const none = { value: '', label: reader.t('calculator.choose') }
  return (
    <SelectField
      name={name}
      label={label ?? reader.t('calculator.currency')}
      options={[none, ...options]}
    />
  )
}
