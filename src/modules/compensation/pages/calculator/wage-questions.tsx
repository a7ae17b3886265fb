import {
  CheckboxesField,
  DateField,
  RadiosField,
  SelectField,
  useReader,
} from '../../../../ui/index.ts'
import { deductionKinds, wagePers, works } from '../../rules/calculator/facts.ts'
import { heads } from '../../rules/calculator/finding.ts'
import {
  AmountField,
  type CalculatorFieldsProps,
  CurrencyField,
  MoneyFields,
  NumberField,
  Title,
  titled,
} from './question-props.tsx'

export function WhatQuestion({ as }: CalculatorFieldsProps) {
  const { t } = useReader()
  return (
    <CheckboxesField
      name="heads"
      legend={t('calculator.q.what')}
      {...titled(as)}
      hint={t('calculator.hint.what')}
      choices={heads.map((value) => ({ value, label: t(`calculator.head-asked.${value}`) }))}
    />
  )
}

export function CountryQuestion({ as, lists }: CalculatorFieldsProps) {
  const { t, name } = useReader()
  return (
    <RadiosField
      name="country"
      legend={t('calculator.q.country')}
      {...titled(as)}
      choices={[
        ...lists.destinations.map(({ code, names }) => ({ value: code, label: name(names) })),
        { value: '', label: t('calculator.country-other'), id: 'country-other' },
      ]}
    />
  )
}

export function WorkQuestion({ as }: CalculatorFieldsProps) {
  const { t } = useReader()
  return (
    <RadiosField
      name="work"
      legend={t('calculator.q.work')}
      {...titled(as)}
      choices={[
        ...works.map((value) => ({ value, label: t(`calculator.work.${value}`) })),
        { value: '', label: t('calculator.not-known'), id: 'work-unknown' },
      ]}
    />
  )
}

export function PlaceQuestion({ as, lists }: CalculatorFieldsProps) {
  const { t, name } = useReader()
  const areas = lists.areas.map(({ code, names }) => ({ value: code, label: name(names) }))
  return (
    <>
      <Title as={as} id="place" />
      <SelectField
        name="area"
        label={t('calculator.place')}
        hint={t('calculator.hint.place')}
        options={[{ value: '', label: t('calculator.not-known') }, ...areas]}
      />
    </>
  )
}

export function DistrictQuestion({ as, lists }: CalculatorFieldsProps) {
  const { t } = useReader()
  const place = t(`calculator.district.${lists.district ?? 'town'}`)
  return (
    <RadiosField
      name="district"
      legend={t('calculator.q.district', { place })}
      {...titled(as)}
      choices={[
        { value: 'special', label: t('calculator.yes') },
        { value: 'rest', label: t('calculator.no') },
        { value: '', label: t('calculator.not-known'), id: 'district-unknown' },
      ]}
    />
  )
}

export function SizeQuestion({ as }: CalculatorFieldsProps) {
  const { t } = useReader()
  return (
    <RadiosField
      name="small"
      legend={t('calculator.q.size')}
      {...titled(as)}
      choices={[
        { value: 'yes', label: t('calculator.yes') },
        { value: 'no', label: t('calculator.no') },
        { value: '', label: t('calculator.not-known'), id: 'small-unknown' },
      ]}
    />
  )
}

export function PeriodQuestion({ as }: CalculatorFieldsProps) {
  const { t } = useReader()
  return (
    <>
      <Title as={as} id="period" />
      <DateField
        name="from"
        legend={t('calculator.from')}
        legendSize="s"
        hint={t('calculator.hint.day')}
      />
      <DateField name="to" legend={t('calculator.to')} legendSize="s" />
    </>
  )
}

export function DaysQuestion({ as }: CalculatorFieldsProps) {
  const { t } = useReader()
  return (
    <>
      <Title as={as} id="days" />
      <NumberField
        name="daysAWeek"
        label={t('calculator.days-a-week')}
        hint={t('calculator.hint.days-a-week')}
      />
      <NumberField
        name="daysWorked"
        label={t('calculator.days-worked')}
        hint={t('calculator.hint.days-worked')}
      />
    </>
  )
}

export function AgreedQuestion({ as, lists }: CalculatorFieldsProps) {
  const { t } = useReader()
  return (
    <>
      <Title as={as} id="agreed" />
      <p>{t('calculator.hint.agreed')}</p>
      <MoneyFields
        amount="agreedAmount"
        currency="agreedCurrency"
        label={t('calculator.amount')}
        lists={lists}
      />
      <RadiosField
        name="agreedPer"
        legend={t('calculator.per')}
        legendSize="s"
        choices={wagePers.map((value) => ({ value, label: t(`calculator.per.${value}`) }))}
      />
    </>
  )
}

export function PaidQuestion({ as, lists }: CalculatorFieldsProps) {
  const { t } = useReader()
  return (
    <>
      <Title as={as} id="paid" />
      <p>{t('calculator.hint.paid')}</p>
      <HowMuch name="paid" legend={t('calculator.how-much')} lists={lists} />
    </>
  )
}

/** Nothing, a sum, or not known: three different things. */
function HowMuch({
  name,
  legend,
  lists,
}: Pick<CalculatorFieldsProps, 'lists'> & { readonly name: string; readonly legend: string }) {
  const { t } = useReader()
  return (
    <>
      <RadiosField
        name={`${name}How`}
        legend={legend}
        legendSize="s"
        choices={['nothing', 'some', 'unknown'].map((value) => ({
          ...{ value, label: t(`calculator.how.${value}`) },
        }))}
      />
      <MoneyFields
        amount={`${name}Amount`}
        currency={`${name}Currency`}
        label={t('calculator.amount-if-some')}
        lists={lists}
      />
    </>
  )
}

export function OvertimeQuestion({ as, lists }: CalculatorFieldsProps) {
  const { t } = useReader()
  return (
    <>
      <Title as={as} id="overtime" />
      <NumberField
        name="overtimeHours"
        label={t('calculator.overtime-hours')}
        hint={t('calculator.hint.overtime')}
      />
      <NumberField name="restDayHours" label={t('calculator.rest-day-hours')} />
      <HowMuch name="overtime" legend={t('calculator.overtime-paid')} lists={lists} />
    </>
  )
}

export function DeductionsQuestion({ as, lists }: CalculatorFieldsProps) {
  const { t } = useReader()
  return (
    <>
      <Title as={as} id="deductions" />
      <p>{t('calculator.hint.deductions')}</p>
      {deductionKinds.map((kind) => (
        <AmountField name={`taken-${kind}`} label={t(`calculator.code.${kind}`)} />
      ))}
      <CurrencyField name="takenCurrency" lists={lists} />
    </>
  )
}
