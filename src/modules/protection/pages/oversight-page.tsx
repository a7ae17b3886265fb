import type { Day } from '../../../kernel/days.ts'
import { dayOf, daysBetween } from '../../../kernel/days.ts'
import { EmptyState, OfficerLayout, StatusMark, useReader, Worklist } from '../../../ui/index.ts'
import type { Office } from '../../accounts/index.ts'
import { outsideBodyNames } from '../../complaints/index.ts'
import type { OverseenCase } from '../store/oversight.ts'
import { eventKey } from './parts.tsx'

export type OversightPageProps = {
  readonly rows: readonly OverseenCase[]
  readonly offices: readonly Office[]
  readonly today: Day
}

/** Ageing and decisions of the cases that few may see: no name, no words. */
export function OversightPage({ rows, offices, today }: OversightPageProps) {
  const { t } = useReader()
  return (
    <OfficerLayout title={t('protection.oversight.title')}>
      <h1>{t('protection.oversight.title')}</h1>
      <p>{t('protection.oversight.about')}</p>
      {rows.length === 0 ? (
        <EmptyState title={t('protection.oversight.none')} icon="eye" />
      ) : (
        <Rows {...{ rows, offices, today }} />
      )}
    </OfficerLayout>
  )
}

const columns = [
  ...['number', 'hidden', 'office', 'status', 'age', 'due', 'in-hands', 'screened', 'referrals'],
  'last',
]

function Rows({ rows, offices, today }: OversightPageProps) {
  const { t } = useReader()
  return (
    <Worklist
      stacks
      caption={t('protection.oversight.title')}
      columns={columns.map((column) => ({ label: t(`protection.overseen.${column}`) }))}
      rows={rows.map((row) => {
        const isLate = row.nextDueAt !== null && dayOf(row.nextDueAt) < today
        return {
          id: row.id,
          tone: isLate ? ('danger' as const) : undefined,
          cells: cellsOf(row, offices, today),
        }
      })}
    />
  )
}

function cellsOf(row: OverseenCase, offices: readonly Office[], today: Day) {
  const { t, name, day, number, instant } = useReader()
  const office = offices.find(({ id }) => id === row.officeId)
  const due = row.nextDueAt && dayOf(row.nextDueAt)
  return [
    <span class="nowrap">{row.number}</span>,
    t(`protection.hidden.${row.hiddenAs}`),
    office ? name(office) : '—',
    t(`complaints.status.${row.status}`),
    t('protection.overseen.days', { days: number(daysBetween(dayOf(row.receivedAt), today)) }),
    due ? (
      <>
        {day(due)}{' '}
        {due < today ? <StatusMark tone="danger">{t('protection.late')}</StatusMark> : null}
      </>
    ) : (
      '—'
    ),
    due ? <HeldBy row={row} /> : '—',
    row.screenedAt ? instant(row.screenedAt) : '—',
    number(row.referralsOpen),
    row.lastEvent && row.lastEventAt
      ? `${t(eventKey(row.lastEvent))}, ${instant(row.lastEventAt)}`
      : '—',
  ]
}

/** Whoever answers for it: somebody inside, or a body outside by its name. */
function HeldBy({ row }: { readonly row: OverseenCase }) {
  const { t, name } = useReader()
  const outside = outsideBodyNames(row.outsideBody)
  if (outside) return <>{t('protection.overseen.outside', { body: name(outside) })}</>
  const isHeld = row.hasCaseworker ?? row.hasOwner
  return <>{t(isHeld ? 'protection.overseen.held' : 'protection.overseen.not-held')}</>
}
