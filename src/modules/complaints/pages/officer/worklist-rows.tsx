import { type Html, keepDrawnFor } from '../../../../html/html.ts'
import { type Day, dayOf } from '../../../../kernel/days.ts'
import type { Reader } from '../../../../kernel/reader.ts'
import { routes } from '../../../../routes.ts'
import {
  Icon,
  type WorklistRow as Row,
  type WorklistColumn,
  WorklistLine,
} from '../../../../ui/index.ts'
import { type DueStanding, dueStanding, isLate } from '../../rules/due.ts'
import { sortOf, type WorklistFilters } from '../../rules/worklist.ts'
import type { WorklistRow } from '../../store/worklist.ts'
import { ComplaintStatusMark, dueText, dueTone, OpennessWord } from './marks.tsx'
import { agencyName, areaName, type CodeBook, categoryName, ownerName } from './names.ts'
import { queryOf } from './worklist-query.ts'

export function columnsOf(
  filters: WorklistFilters,
  { t, link }: Pick<Reader, 't' | 'link'>,
): WorklistColumn[] {
  const sort = sortOf(filters)
  const byReceipt = filters.state === 'finished' || filters.number !== null
  const sorted = (by: 'due' | 'receipt') =>
    link(routes.complaints.href(queryOf({ ...filters, sort: by })))
  return [
    { label: t('complaints.column.number') },
    { label: t('complaints.column.state') },
    {
      label: t('complaints.column.due'),
      sortHref: byReceipt ? undefined : sorted('due'),
      sorted: sort === 'due' ? 'ascending' : undefined,
    },
    {
      label: t('complaints.column.received'),
      sortHref: sorted('receipt'),
      sorted: sort === 'receipt' ? 'descending' : undefined,
    },
    { label: t('complaints.column.area') },
    { label: t('complaints.column.about') },
    { label: t('complaints.column.against') },
    { label: t('complaints.column.openness') },
  ]
}

/** What every row is written with. */
type Around = {
  readonly reader: Reader
  readonly codes: CodeBook
  readonly now: Date
  readonly selectName: string | undefined
  /** Ticked before the page was drawn again. */
  readonly chosen: ReadonlySet<string>
}
type At = Around & { readonly today: Day }

/**
 * Officers see the same cases again and again: a line is drawn once for all that it shows, and kept
 * as bytes while the codes hold.
 */
export function rowsOf(rows: readonly WorklistRow[], around: Around): Html[] {
  const { codes, now, selectName } = around
  const at = { ...around, today: dayOf(now) }
  const line = (row: WorklistRow) => (
    <WorklistLine row={rowOf(row, at)} columns={[]} selectName={selectName} />
  )
  return rows.map((row) =>
    around.chosen.has(rowId(row))
      ? line(row)
      : keep(codes, everythingShown(row, at), () => line(row)),
  )
}

const keep = keepDrawnFor(5_000)

/** Whatever `rowOf` reads, so that no line stands for another. */
function everythingShown(row: WorklistRow, { reader, today, now, selectName }: At): string {
  const due = row.nextDueAt ? `${row.nextDueAt.getTime()} ${row.nextDueAt < now}` : ''
  return `${reader.lang} ${today} ${selectName} ${row.id} ${row.version} ${row.number} ${row.status}
${row.openness} ${row.area} ${row.respondentKind} ${row.unread} ${due} ${row.receivedAt.getTime()}
${row.ownerId} ${row.agencyId} ${row.categories.join()}
${row.ownerKm}
${row.ownerEn}
${row.agencyKm}
${row.agencyEn}`
}

/** Which version was seen: another one is not changed by mistake. */
const rowId = ({ id, version }: WorklistRow): string => `${id}.${version}`

function rowOf(row: WorklistRow, at: At): Row {
  const due = row.nextDueAt && dueStanding(row.nextDueAt, at.now)
  const tone = due ? dueTone(due) : 'neutral'
  return {
    id: rowId(row),
    chosen: at.chosen.has(rowId(row)),
    name: row.number,
    tone: tone === 'neutral' ? undefined : tone,
    cells: [
      numberCell(row, at),
      ComplaintStatusMark({ status: row.status }),
      row.nextDueAt && due ? dueCell(row, due, at) : finishedCell(at),
      receivedCell(row, at),
      <span class="one-line one-line--narrow">{areaName(at.reader, at.codes, row.area)}</span>,
      aboutCell(row, at),
      againstCell(row, at),
      OpennessWord({ openness: row.openness }),
    ],
  }
}

function numberCell(row: WorklistRow, { reader: { t, link } }: At) {
  return (
    <span class="nowrap">
      <a href={link(routes.complaint.href({ id: row.id }))}>{row.number}</a>
      {row.unread ? (
        <span class="unread" title={t('complaints.unread')}>
          {Icon({ name: 'message-square' })}
          <span class="govuk-visually-hidden">{t('complaints.unread')}</span>
        </span>
      ) : null}
    </span>
  )
}

const finishedCell = ({ reader: { t } }: At) => (
  <span class="muted">{t('complaints.due.finished')}</span>
)

/** What is late is said in days, and with the name of whoever has it. */
function dueCell(row: WorklistRow, standing: DueStanding, { reader }: At) {
  const due = dueText(reader, standing)
  const text = reader.t('complaints.due.with', { due, who: ownerName(reader, row) })
  const day = row.nextDueAt ? reader.day(dayOf(row.nextDueAt)) : ''
  return (
    <span
      class={isLate(standing) ? 'one-line one-line--wide late' : 'one-line one-line--wide'}
      title={`${text} (${day})`}
    >
      {text}
    </span>
  )
}

/** The year only where it is not this one. */
function receivedCell({ receivedAt }: WorklistRow, { reader, today }: At) {
  const year = today.slice(0, 4)
  const day = dayOf(receivedAt)
  const written = reader.day(day)
  return (
    <time class="nowrap" datetime={day}>
      {day.startsWith(year) ? written.replace(year, '').trimEnd() : written}
    </time>
  )
}

/** The first matter, and how many more. */
function aboutCell({ categories }: WorklistRow, { reader, codes }: At) {
  const [first = '', ...others] = categories.map((code) => categoryName(reader, codes, code))
  return (
    <span class="one-line" title={[first, ...others].join(' · ')}>
      {first}
      {others.length > 0 ? <span class="muted"> +{reader.number(others.length)}</span> : null}
    </span>
  )
}

function againstCell(row: WorklistRow, { reader }: At) {
  const agency = agencyName(reader, row)
  return agency === null ? (
    <span class="one-line">
      <span class="muted">{reader.t(`complaints.respondent.${row.respondentKind}`)}</span>
    </span>
  ) : (
    <span class="one-line" title={agency}>
      {agency}
    </span>
  )
}
