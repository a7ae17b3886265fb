import type { Day } from '../../../kernel/days.ts'
import { routes } from '../../../routes.ts'
import {
  BarChart,
  EmptyState,
  FilterBar,
  Icon,
  Input,
  OfficerLayout,
  Pagination,
  Select,
  useReader,
  WideTable,
  Worklist,
  type WorklistRow,
} from '../../../ui/index.ts'
import { RuleLine } from '../../law/index.ts'
import type { DepositList, ListedDeposit } from '../actions/list-deposits.ts'
import { alarmKinds } from '../rules/alarm.ts'
import { depositStates } from '../rules/deposit.ts'
import { RatioText } from './cover-section.tsx'
import { cursorText, type DepositsQuery, isNarrowed, queryOf } from './deposits-query.ts'
import { AgencyName, DemandMark, DepositMark, Held, Sum } from './marks.tsx'

export type DepositsPageProps = {
  readonly list: DepositList
  readonly asked: DepositsQuery
  readonly today: Day
}

/** Every deposit that is entered, the one that holds least first. */
export function DepositsPage({ list, asked, today }: DepositsPageProps) {
  const { t, link } = useReader()
  const next = list.next && queryOf(asked, { after: cursorText(list.next) })
  return (
    <OfficerLayout title={t('ledger.deposits.title')}>
      <div class="page-head">
        <h1>{t('ledger.deposits.title')}</h1>
        <div class="page-head__links">
          <a href={link(routes.draws.href())}>
            <Icon name="gavel" /> {t('ledger.draws.title')}
          </a>
          <a href={link(routes.depositsExport.href(queryOf(asked)))}>
            <Icon name="download" /> {t('ledger.deposits.csv')}
          </a>
        </div>
      </div>
      <p>
        {t('ledger.deposits.required')} <RuleLine rule={list.rule} />
      </p>
      <Filters asked={asked} />
      {list.rows.length === 0 ? (
        <EmptyState title={t('ledger.deposits.none')} icon="landmark">
          <p>{t('ledger.deposits.none-hint')}</p>
        </EmptyState>
      ) : (
        <Deposits rows={list.rows} today={today} />
      )}
      <Pagination next={next ? { href: link(routes.deposits.href(next)) } : undefined} />
      <States counts={list.counts} />
    </OfficerLayout>
  )
}

function Filters({ asked }: { readonly asked: DepositsQuery }) {
  const { t, link } = useReader()
  const any = { value: '', label: t('ledger.filter.any') }
  return (
    <FilterBar
      action={link(routes.deposits.href())}
      clearHref={isNarrowed(asked) ? link(routes.deposits.href()) : undefined}
    >
      <Input
        name="q"
        type="search"
        width={20}
        label={t('ledger.filter.agency')}
        value={asked.q}
        attributes={{ maxlength: 200 }}
      />
      <Select
        name="state"
        label={t('ledger.column.state')}
        options={[
          any,
          ...depositStates.map((value) => ({ value, label: t(`ledger.deposit.state.${value}`) })),
        ]}
        value={asked.filters.state ?? ''}
      />
      <Select
        name="demand"
        label={t('ledger.column.demand')}
        options={[
          any,
          ...(['open', 'ran-out'] as const).map((value) => ({
            value,
            label: t(`ledger.filter.demand.${value}`),
          })),
        ]}
        value={asked.filters.demand ?? ''}
      />
      <Select
        name="alarm"
        label={t('ledger.column.alarms')}
        options={[
          any,
          { value: 'any', label: t('ledger.filter.alarm.any') },
          ...alarmKinds.map((value) => ({ value, label: t(`ledger.alarm.${value}`) })),
        ]}
        value={asked.filters.alarm ?? ''}
      />
    </FilterBar>
  )
}

/** How many agencies there are of each state: a picture with its table. */
function States({ counts }: Pick<DepositList, 'counts'>) {
  const { t, number } = useReader()
  const rows = depositStates.map((state) => ({
    label: t(`ledger.deposit.state.${state}`),
    count: counts[state],
  }))
  return (
    <section class="case-part">
      <h2>{t('ledger.deposits.states')}</h2>
      <BarChart
        label={t('ledger.deposits.states')}
        bars={rows.map(({ label, count }) => ({
          ...{ label, value: BigInt(count), text: number(count) },
        }))}
      />
      <WideTable
        label={t('ledger.deposits.states')}
        head={[t('ledger.column.state'), { content: t('ledger.deposits.agencies'), numeric: true }]}
        rows={rows.map(({ label, count }) => [label, { content: number(count), numeric: true }])}
      />
    </section>
  )
}

function Deposits({
  rows,
  today,
}: {
  readonly rows: readonly ListedDeposit[]
  readonly today: Day
}) {
  const { t } = useReader()
  return (
    <Worklist
      caption={t('ledger.deposits.title')}
      columns={[
        { label: t('ledger.column.agency') },
        { label: t('ledger.column.state') },
        { label: t('ledger.column.held'), numeric: true },
        { label: t('ledger.column.missing'), numeric: true },
        { label: t('ledger.column.demand') },
      ]}
      rows={rows.map((row) => lineOf(row, today))}
      stacks
    />
  )
}

function lineOf(row: ListedDeposit, today: Day): WorklistRow {
  const { agencyId, names, holdings, state, missing, demandDueOn, cover, alarms } = row
  return {
    id: agencyId,
    tone: state === 'short' ? 'danger' : undefined,
    cells: [
      <DepositLink id={agencyId} names={names} />,
      <div>
        <DepositMark state={state} />
        <AlarmCount alarms={alarms} />
      </div>,
      <div>
        <Held holdings={holdings} />
        {cover ? <Ratio cover={cover} /> : null}
      </div>,
      <Sum sum={missing} />,
      demandDueOn === null ? (
        '–'
      ) : (
        <DemandMark demand={{ status: 'open', dueOn: demandDueOn }} today={today} />
      ),
    ],
  }
}

/** How many alarms stand; which they are says the page of the deposit. */
function AlarmCount({ alarms }: Pick<ListedDeposit, 'alarms'>) {
  const { t, number } = useReader()
  if (alarms.length === 0) return null
  return (
    <div class="small">
      {t('ledger.column.alarms')}: {number(alarms.length)}
    </div>
  )
}

function Ratio({ cover: { held, open } }: { readonly cover: NonNullable<ListedDeposit['cover']> }) {
  return (
    <div class="small muted">
      <RatioText line={{ held: held.minor, open }} />
    </div>
  )
}

function DepositLink({
  id,
  names,
}: {
  readonly id: string
  readonly names: ListedDeposit['names']
}) {
  const { link } = useReader()
  return (
    <a href={link(routes.deposit.href({ id }))}>
      <AgencyName names={names} />
    </a>
  )
}
