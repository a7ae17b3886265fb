import { currencies, moneyText } from '../../../kernel/money.ts'
import {
  DateField,
  FileField,
  InsetText,
  SelectField,
  TextareaField,
  TextField,
  useReader,
} from '../../../ui/index.ts'
import { RuleLine } from '../../law/index.ts'
import type { Instruments } from '../actions/read-instruments.ts'
import { remainingOf } from '../rules/guarantee.ts'
import { proofField } from './proof.ts'

/** A sum in its currency. */
export function SumFields({ hint }: { readonly hint?: string }) {
  const { t } = useReader()
  return (
    <>
      <TextField
        name="amount"
        label={t('ledger.field.amount')}
        width={10}
        attributes={{ inputmode: 'decimal', maxlength: 30 }}
      />
      <SelectField
        name="currency"
        label={t('ledger.field.currency')}
        hint={hint}
        options={currencies.map((value) => ({ value, label: value }))}
      />
    </>
  )
}

/** The paper itself: a number alone proves nothing. */
export function ProofField() {
  const { t } = useReader()
  return (
    <FileField
      name={proofField}
      label={t('ledger.field.proof')}
      hint={t('ledger.field.proof-hint')}
      accept="application/pdf,image/jpeg,image/png,image/webp"
    />
  )
}

type Given = Pick<Instruments, 'guarantees'>

export function GuaranteeFields({ guarantees }: Given) {
  const { t } = useReader()
  return (
    <>
      <TextField name="bank" label={t('ledger.field.bank')} attributes={{ maxlength: 200 }} />
      <TextField
        name="number"
        label={t('ledger.field.guarantee-number')}
        attributes={{ maxlength: 100 }}
      />
      <SumFields />
      <DateField name="issuedOn" legend={t('ledger.field.issued-on')} />
      <DateField
        name="expiresOn"
        legend={t('ledger.field.expires-on')}
        hint={t('ledger.field.expires-on-hint')}
      />
      <SelectField
        name="replaces"
        label={t('ledger.field.replaces')}
        hint={t('ledger.field.replaces-hint')}
        options={[
          { value: '', label: t('ledger.field.replaces-none') },
          ...useGuarantees({ guarantees }).map(({ id, label }) => ({ value: id, label })),
        ]}
      />
      <ProofField />
    </>
  )
}

/** Those in force, as they are called in a list. */
function useGuarantees({ guarantees }: Given) {
  const { day } = useReader()
  return guarantees
    .filter(({ status }) => status === 'in-force')
    .map(({ id, version, bank, number, expiresOn }) => ({
      ...{ id, version, label: `${bank} ${number} (${day(expiresOn)})` },
    }))
}

export function ExtensionFields({ guarantees }: Given) {
  const { t } = useReader()
  return (
    <>
      <SelectField
        name="guarantee"
        label={t('ledger.field.guarantee')}
        options={useGuarantees({ guarantees }).map(({ id, version, label }) => ({
          ...{ value: `${id} ${version}`, label },
        }))}
      />
      <DateField name="expiresOn" legend={t('ledger.field.expires-on-new')} />
      <TextField
        name="reference"
        label={t('ledger.field.letter-number')}
        attributes={{ maxlength: 100 }}
      />
      <ProofField />
    </>
  )
}

export function OverrideFields({ block }: Pick<Instruments, 'block'>) {
  const { t } = useReader()
  return (
    <>
      <InsetText>
        {t('ledger.override.hint')} <RuleLine rule={block.rule} />
      </InsetText>
      <DateField name="fromDay" legend={t('ledger.field.from-day')} />
      <DateField name="untilDay" legend={t('ledger.field.until-day')} />
      <TextareaField name="reason" label={t('ledger.field.why')} rows={3} />
    </>
  )
}

/** Cash by its sum, a guarantee as a whole. */
export function ReleaseFields({ guarantees, cash }: Pick<Instruments, 'guarantees' | 'cash'>) {
  const { t } = useReader()
  const inForce = guarantees.filter((each) => remainingOf(each) > 0n)
  const options = useGuarantees({ guarantees: inForce })
  return (
    <>
      <InsetText>{t('ledger.release.hint')}</InsetText>
      {options.length === 0 ? null : (
        <SelectField
          name="what"
          label={t('ledger.field.what')}
          hint={t('ledger.field.what-hint')}
          options={[
            { value: 'cash', label: cash.map(cashText).join(' + ') },
            ...options.map(({ id, label }) => ({ value: id, label })),
          ]}
        />
      )}
      <SumFields />
      <DateField name="onDay" legend={t('ledger.field.on-day')} />
      <TextField
        name="reference"
        label={t('ledger.field.reference')}
        attributes={{ maxlength: 100 }}
      />
      <TextareaField name="reason" label={t('ledger.field.why')} rows={3} />
    </>
  )

  function cashText({ currency, minor }: Instruments['cash'][number]): string {
    return `${t('ledger.instrument.cash')} ${moneyText({ minor, currency })} ${currency}`
  }
}
