import { Button, Select, useReader } from '../../../../../ui/index.ts'
import { bulkChanges } from './bulk-changes.ts'

/** What is done to all that are ticked. */
export function BulkBar() {
  const { t } = useReader()
  return (
    <div class="bulk" id="bulk" tabindex={-1}>
      <span class="bulk__label">{t('cases.bulk.label')}</span>
      <Select
        name="change"
        label={t('cases.bulk.change')}
        options={[
          { value: '', label: t('complaints.field.choose') },
          ...bulkChanges.map((value) => ({ value, label: t(`cases.bulk.${value}`) })),
        ]}
      />
      <Select
        name="how"
        label={t('cases.bulk.how')}
        options={['phone', 'in-person', 'message', 'letter'].map((value) => ({
          value,
          label: t(`complaints.consent-way.${value}`),
        }))}
      />
      <Button name="do" value="change" kind="secondary">
        {t('cases.bulk.do')}
      </Button>
      <Button name="do" value="receipts" kind="secondary">
        {t('cases.bulk.receipts')}
      </Button>
    </div>
  )
}
