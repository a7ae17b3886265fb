import {
  CheckboxesField,
  DateField,
  Fieldset,
  InsetText,
  RadiosField,
  TextField,
  useReader,
} from '../../../../ui/index.ts'
import { documentKinds } from '../../rules/calculator/facts.ts'
import {
  AmountField,
  type CalculatorFieldsProps,
  CurrencyField,
  MoneyFields,
  NumberField,
  notRemembered,
  Title,
  titled,
} from './question-props.tsx'

export function ChargesQuestion({ as, lists }: CalculatorFieldsProps) {
  const { t } = useReader()
  return (
    <>
      <Title as={as} id="charges" />
      <Fieldset legend={t('calculator.charge.recruitment')} legendSize="s">
        <MoneyFields
          amount="chargeAmount"
          currency="chargeCurrency"
          label={t('calculator.amount')}
          lists={lists}
        />
      </Fieldset>
      <DateField
        name="chargedOn"
        legend={t('calculator.charged-on')}
        legendSize="s"
        hint={t('calculator.hint.day')}
      />
      <Fieldset legend={t('calculator.charge.permit-renewal')} legendSize="s">
        <MoneyFields
          amount="renewalAmount"
          currency="renewalCurrency"
          label={t('calculator.amount')}
          lists={lists}
        />
      </Fieldset>
    </>
  )
}

export function RateQuestion({ as, lists }: CalculatorFieldsProps) {
  const { t } = useReader()
  return (
    <>
      <Title as={as} id="rate" />
      <InsetText>{t('calculator.hint.rate')}</InsetText>
      <CurrencyField name="rateFrom" label={t('calculator.rate-from')} lists={lists} />
      <AmountField name="rate" label={t('calculator.rate')} />
      <CurrencyField name="rateTo" label={t('calculator.rate-to')} lists={lists} />
      <DateField name="rateOn" legend={t('calculator.rate-on')} legendSize="s" />
      <TextField name="rateSource" label={t('calculator.rate-source')} attributes={notRemembered} />
    </>
  )
}

export function DocumentsQuestion({ as }: CalculatorFieldsProps) {
  const { t } = useReader()
  return (
    <>
      <CheckboxesField
        name="documents"
        legend={t('calculator.q.documents')}
        {...titled(as)}
        choices={documentKinds.map((value) => ({ value, label: t(`calculator.code.${value}`) }))}
      />
      <DateField
        name="documentsSince"
        legend={t('calculator.since')}
        legendSize="s"
        hint={t('calculator.hint.if-known')}
      />
    </>
  )
}

export function DelayQuestion({ as, lists }: CalculatorFieldsProps) {
  const { t } = useReader()
  return (
    <>
      <Title as={as} id="delay" />
      <DateField
        name="promisedOn"
        legend={t('calculator.promised-on')}
        legendSize="s"
        hint={t('calculator.hint.day')}
      />
      <RadiosField
        name="leftHow"
        legend={t('calculator.left')}
        legendSize="s"
        choices={[
          { value: 'no', label: t('calculator.left-no') },
          { value: 'yes', label: t('calculator.left-yes') },
        ]}
      />
      <DateField name="leftOn" legend={t('calculator.left-on')} legendSize="s" />
      <MoneyFields
        amount="beforeAmount"
        currency="beforeCurrency"
        label={t('calculator.paid-before')}
        lists={lists}
      />
    </>
  )
}

export function InjuryQuestion({ as, lists }: CalculatorFieldsProps) {
  const { t } = useReader()
  return (
    <>
      <Title as={as} id="injury" />
      <DateField
        name="injuredOn"
        legend={t('calculator.injured-on')}
        legendSize="s"
        hint={t('calculator.hint.day')}
      />
      <NumberField
        name="daysUnable"
        label={t('calculator.days-unable')}
        hint={t('calculator.hint.if-known')}
      />
      <RadiosField
        name="lasting"
        legend={t('calculator.lasting')}
        legendSize="s"
        choices={[
          { value: 'yes', label: t('calculator.yes') },
          { value: 'no', label: t('calculator.no') },
        ]}
      />
      <MoneyFields
        amount="injuryWage"
        currency="injuryWageCurrency"
        label={t('calculator.month-wage')}
        lists={lists}
      />
    </>
  )
}

export function DeathQuestion({ as, lists }: CalculatorFieldsProps) {
  const { t } = useReader()
  return (
    <>
      <Title as={as} id="death" />
      <p>{t('calculator.hint.death')}</p>
      <DateField
        name="diedOn"
        legend={t('calculator.died-on')}
        legendSize="s"
        hint={t('calculator.hint.day')}
      />
      <MoneyFields
        amount="deathWage"
        currency="deathWageCurrency"
        label={t('calculator.month-wage')}
        lists={lists}
      />
    </>
  )
}
