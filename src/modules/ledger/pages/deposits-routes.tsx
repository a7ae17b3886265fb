import { dayOf } from '../../../kernel/days.ts'
import { type Currency, moneyText } from '../../../kernel/money.ts'
import type { Tx } from '../../../platform/db.ts'
import { page, type Reply, type Route, type Visit } from '../../../platform/http/route.ts'
import { csvText } from '../../../platform/sheets/csv.ts'
import { routes } from '../../../routes.ts'
import { listDeposits } from '../actions/list-deposits.ts'
import type { CoverOf } from '../actions/read-cover.ts'
import { depositReaders } from './access.ts'
import { DepositsPage } from './deposits-page.tsx'
import { parseDepositsQuery } from './deposits-query.ts'

const pageRows = 50
/** More agencies than any ministry licenses. */
const exportRows = 5_000

export const depositsRoutes: readonly Route[] = [
  {
    door: 'page',
    method: 'get',
    path: routes.deposits.path,
    access: depositReaders,
    show: async ({ query, now }, tx) => {
      const asked = parseDepositsQuery(query)
      const today = dayOf(now)
      const list = await listDeposits(tx, { ...asked, today, limit: pageRows })
      return page(<DepositsPage {...{ list, asked, today }} />)
    },
  },
  {
    door: 'page',
    method: 'get',
    path: routes.depositsExport.path,
    access: depositReaders,
    show: exportDeposits,
  },
]

const columns = [
  ...['agency', 'state', 'currency', 'held', 'missing', 'demand'].map(
    (each) => `ledger.column.${each}` as const,
  ),
  ...['open', 'uncounted', 'workers', 'workers-day'].map(
    (each) => `ledger.cover.column.${each}` as const,
  ),
  'ledger.column.alarms',
]

/** What is open stands in the line of the currency in which it was added up. */
function coverCells(cover: CoverOf | null, currency: Currency): string[] {
  if (!cover) return ['', '', '', '']
  const { held, open, uncounted, declaration } = cover
  return [
    held.currency === currency ? moneyText({ ...held, minor: open }) : '',
    String(uncounted),
    String(declaration?.workers ?? ''),
    declaration?.onDay ?? '',
  ]
}

/** One line a holding: sums of different currencies never stand in one column without it. */
async function exportDeposits(visit: Visit, tx: Tx): Promise<Reply> {
  const { query, now, reader } = visit
  const asked = parseDepositsQuery(query)
  const today = dayOf(now)
  const list = await listDeposits(tx, { ...asked, after: null, today, limit: exportRows })
  visit.looked({ act: 'exported', recordType: 'deposit', data: { most: exportRows } })
  const { t } = reader
  const lines = list.rows.flatMap(({ names, state, holdings, missing, demandDueOn, ...row }) => {
    const { cover, alarms } = row
    const name = names ? reader.name(names) : t('ledger.agency.not-on-register')
    return holdings.map(({ currency, held }) => [
      ...[name, t(`ledger.deposit.state.${state}`), currency, moneyText({ minor: held, currency })],
      missing?.currency === currency ? moneyText(missing) : '',
      demandDueOn ?? '',
      ...coverCells(cover, currency),
      alarms.map(({ kind }) => t(`ledger.alarm.${kind}`)).join('; '),
    ])
  })
  return {
    kind: 'file',
    type: 'text/csv; charset=utf-8',
    name: 'deposits.csv',
    content: csvText([columns.map((column) => t(column)), ...lines]),
  }
}
