import type { Day } from '../../../kernel/days.ts'
import { type Content, EmptyState, KeyValue, OfficerLayout, useReader } from '../../../ui/index.ts'
import { RuleLine } from '../../law/index.ts'
import type { DepositFile } from '../actions/read-deposit.ts'
import { DepositEntries } from './deposit-entries.tsx'
import { openDemand } from './deposit-form-parts.tsx'
import { DemandMark, DepositMark, Held } from './marks.tsx'

export type OwnDepositPageProps = { readonly file: DepositFile; readonly today: Day }

/** What the ministry holds for this agency, for its own people: every entry, and what is demanded. */
export function OwnDepositPage({ file, today }: OwnDepositPageProps) {
  const { t, day, money } = useReader()
  const { holdings, rule, missing, since, currency, entries } = file
  const fact = (key: string, value: Content) => ({ key: t(`ledger.fact.${key}`), value })
  const open = openDemand(file)
  return (
    <OfficerLayout title={t('ledger.own.title')}>
      <div class="page-head">
        <h1>{t('ledger.own.title')}</h1>
        <div class="page-head__marks">
          <DepositMark state={file.state} />
        </div>
      </div>
      <KeyValue
        facts={[
          fact('held', <Held holdings={holdings} />),
          fact('required', <RuleLine rule={rule} />),
          ...(missing ? [fact('missing', money(missing))] : []),
          ...(since ? [fact('short-since', day(since))] : []),
          ...(open ? [fact('top-up', <DemandMark demand={open} today={today} />)] : []),
          ...(open ? [fact('top-up-why', open.reason)] : []),
          fact('overdue', t('ledger.overdue.count', { count: file.overdue.length })),
        ]}
      />
      {currency === null ? (
        <EmptyState title={t('ledger.entries.none')} icon="landmark" />
      ) : (
        <DepositEntries entries={entries} currency={currency} people={null} />
      )}
    </OfficerLayout>
  )
}
