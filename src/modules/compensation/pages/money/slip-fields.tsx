import { DateField, SelectField, TextField, useReader } from '../../../../ui/index.ts'
import { payChannels } from './money-forms.ts'

/** Of a slip: when and how it was paid, and its number. */
export function SlipFields() {
  const { t } = useReader()
  return (
    <>
      <DateField name="paidOn" legend={t('payments.field.paid-on')} legendSize="s" />
      <SelectField
        name="channel"
        label={t('payments.field.channel')}
        options={[
          { value: '', label: '—' },
          ...payChannels.map((value) => ({ value, label: t(`payments.channel.${value}`) })),
        ]}
      />
      <TextField
        name="reference"
        label={t('payments.field.reference')}
        hint={t('payments.field.reference-hint')}
        width={20}
      />
    </>
  )
}
