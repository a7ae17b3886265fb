import type { Day } from '../../../../kernel/days.ts'
import { currencies } from '../../../../kernel/money.ts'
import { routes } from '../../../../routes.ts'
import {
  EmptyState,
  FilterBar,
  Icon,
  OfficerLayout,
  Pagination,
  Select,
  useReader,
  Worklist,
} from '../../../../ui/index.ts'
import type { AgencyNames } from '../../../agencies/index.ts'
import type { Due } from '../../../ledger/index.ts'
import type { StoredRemedy } from '../../store/read-outcomes.ts'
import { dueCells, dueColumns, dueTone } from './due-cells.tsx'
import { TotalsTable, totalsOf } from './marks.tsx'
import { LateRemedies } from './remedy-sheet.tsx'
import { type PaymentsAsked, paymentStates, paymentsQuery } from './worklist-query.ts'

export type PaymentsPageProps = {
  readonly dues: readonly Due[]
  readonly filters: PaymentsAsked
  readonly agencies: ReadonlyMap<string, AgencyNames>
  readonly reminders: ReadonlyMap<string, Date>
  readonly today: Day
  readonly next: string | null
  /** What was to be done instead of paid, and was not. */
  readonly late: readonly StoredRemedy[]
}

/** Everything that is owed to workers, the oldest day first. */
export function PaymentsPage(props: PaymentsPageProps) {
  const { dues, filters, today, next } = props
  const { t, link } = useReader()
  return (
    <OfficerLayout title={t('payments.title')}>
      <div class="page-head">
        <h1>{t('payments.title')}</h1>
        <div class="page-head__links">
          <a href={link(routes.paymentsExport.href(paymentsQuery(filters)))}>
            <Icon name="download" /> {t('payments.as-file')}
          </a>
        </div>
      </div>
      <Filters {...props} />
      <Draw {...props} />
      {dues.length === 0 ? (
        <EmptyState title={t('payments.none')} icon="banknote" />
      ) : (
        <>
          <p class="muted">{t('payments.this-page')}</p>
          <TotalsTable totals={totalsOf(dues, today)} />
          <Rows {...props} />
        </>
      )}
      <LateRemedies remedies={props.late} agencies={props.agencies} today={today} />
      <Pagination
        next={
          next
            ? { href: link(routes.payments.href(paymentsQuery(filters, { after: next }))) }
            : undefined
        }
      />
    </OfficerLayout>
  )
}

function Filters({ filters, agencies }: PaymentsPageProps) {
  const { t, link, name } = useReader()
  const narrowed = filters.agency !== null || filters.currency !== null
  const agencyOptions = [...agencies].map(([value, names]) => ({ value, label: name(names) }))
  return (
    <FilterBar
      action={link(routes.payments.href())}
      clearHref={narrowed ? link(routes.payments.href()) : undefined}
    >
      <Select
        name="state"
        label={t('payments.column.state')}
        options={paymentStates.map((value) => ({ value, label: t(`payments.filter.${value}`) }))}
        value={filters.state}
      />
      <Select
        name="agency"
        label={t('payments.column.debtor')}
        options={[{ value: '', label: t('payments.filter.all') }, ...agencyOptions]}
        value={filters.agency ?? ''}
      />
      <Select
        name="currency"
        label={t('payments.column.currency')}
        options={[
          { value: '', label: t('payments.filter.all') },
          ...currencies.map((value) => ({ value, label: value })),
        ]}
        value={filters.currency ?? ''}
      />
    </FilterBar>
  )
}

/** From what one agency has let pass, the way to its deposit. */
function Draw({ filters, agencies, dues, today }: PaymentsPageProps) {
  const { t, link, name } = useReader()
  const { agency } = filters
  const names = agency ? agencies.get(agency) : undefined
  const late = dues.some(({ owed, dueOn }) => owed > 0n && dueOn < today)
  if (!agency || !names || !late) return null
  return (
    <p>
      <a href={link(routes.drawNew.href({ id: agency }))}>
        {t('payments.propose-draw', { agency: name(names) })}
      </a>
    </p>
  )
}

function Rows({ dues, agencies, reminders, today }: PaymentsPageProps) {
  const reader = useReader()
  const { t, link, name, instant } = reader
  return (
    <Worklist
      caption={t('payments.title')}
      stacks
      columns={[
        { label: t('payments.column.reference') },
        { label: t('payments.column.debtor') },
        ...dueColumns(reader),
        { label: t('payments.column.reminded') },
      ]}
      rows={dues.map((due) => {
        const names = agencies.get(due.debtor.id)
        const at = reminders.get(due.id)
        return {
          id: due.id,
          tone: dueTone(due, today),
          cells: [
            <a href={link(routes.complaintMoney.href({ id: due.caseId }))}>{due.reference}</a>,
            names ? name(names) : t('payments.party.other'),
            ...dueCells(reader, due, today),
            at ? instant(at) : '—',
          ],
        }
      })}
    />
  )
}
