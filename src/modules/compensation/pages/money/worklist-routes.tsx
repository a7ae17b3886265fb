import { stringify } from 'csv-stringify/sync'
import { type Day, dayOf } from '../../../../kernel/days.ts'
import { moneyText } from '../../../../kernel/money.ts'
import type { Tx } from '../../../../platform/db.ts'
import { page, type Reply, type Route, type Visit } from '../../../../platform/http/route.ts'
import { routes } from '../../../../routes.ts'
import type { AgencyId } from '../../../agencies/index.ts'
import { type Due, listDues, stateOfDue } from '../../../ledger/index.ts'
import { namesOfAgencies } from '../../actions/read-case-money.ts'
import { listRemedies, type StoredRemedy } from '../../store/read-outcomes.ts'
import { lastReminders } from '../../store/reminders.ts'
import { moneyHandlers } from './access.ts'
import { PaymentsPage } from './worklist-page.tsx'
import { duesAsked, type PaymentsAsked, parsePayments } from './worklist-query.ts'

export const pageRows = 50
/** As many as one file holds. */
const exportRows = 20_000

export const paymentsRoutes: readonly Route[] = [
  {
    ...{ door: 'page', method: 'get', path: routes.payments.path, access: moneyHandlers },
    show: showPayments,
  },
  {
    ...{ door: 'page', method: 'get', path: routes.paymentsExport.path, access: moneyHandlers },
    show: exportPayments,
  },
]

async function showPayments({ query, now }: Visit, tx: Tx): Promise<Reply> {
  const filters = parsePayments(query)
  const today = dayOf(now)
  const found = await listDues(tx, duesAsked(filters, { today, limit: pageRows + 1 }))
  const dues = found.slice(0, pageRows)
  const last = found.length > pageRows ? dues.at(-1) : undefined
  const late = await lateRemedies(tx, filters, today)
  return page(
    <PaymentsPage
      {...{ dues, filters, today, late }}
      agencies={await namesOfAgencies(tx, agenciesOf([...dues, ...late], filters))}
      reminders={
        await lastReminders(
          tx,
          dues.map(({ id }) => id),
        )
      }
      next={last ? `${last.dueOn}~${last.id}` : null}
    />,
  )
}

const mostLate = 100

/** Beside what is overdue in money; a currency narrows nothing here. */
const lateRemedies = async (
  tx: Tx,
  { state, agency, after }: PaymentsAsked,
  today: Day,
): Promise<StoredRemedy[]> =>
  state !== 'overdue' || after !== null
    ? []
    : listRemedies(tx, {
        ...{ lateOn: today, limit: mostLate },
        ...(agency ? { agencyId: agency } : {}),
      })

const agenciesOf = (
  dues: readonly Pick<Due, 'debtor'>[],
  { agency }: PaymentsAsked,
): AgencyId[] => [
  ...(agency ? [agency as AgencyId] : []),
  ...dues.flatMap(({ debtor }) => (debtor.kind === 'agency' ? [debtor.id] : [])),
]

async function exportPayments(visit: Visit, tx: Tx): Promise<Reply> {
  const { query, now, reader } = visit
  const filters = parsePayments(query)
  const today = dayOf(now)
  visit.looked({ act: 'exported', recordType: 'due', data: { state: filters.state } })
  const dues = await listDues(
    tx,
    duesAsked({ ...filters, after: null }, { today, limit: exportRows }),
  )
  const names = await namesOfAgencies(tx, agenciesOf(dues, filters))
  const { t } = reader
  const head = [
    'reference',
    'debtor',
    'due-on',
    'state',
    'currency',
    'sum',
    'owed',
    'paid',
    'received',
  ]
  const rows = dues.map((due) => {
    const { currency } = due.money
    const sum = (minor: bigint) => moneyText({ minor, currency })
    const agency = names.get(due.debtor.id)
    return [
      ...[due.reference, agency ? reader.name(agency) : '', due.dueOn],
      ...[t(`payments.due.${stateOfDue(due, today)}`), currency, moneyText(due.money)],
      ...[sum(due.owed), sum(due.paid), sum(due.received)],
    ]
  })
  const text = stringify([head.map((name) => t(`payments.column.${name}`)), ...rows])
  return {
    kind: 'file',
    type: 'text/csv; charset=utf-8',
    name: 'payments.csv',
    content: `\uFEFF${text}`,
  }
}
