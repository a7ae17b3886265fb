import { dayOf } from '../../../../kernel/days.ts'
import type { Reader } from '../../../../kernel/reader.ts'
import { routes } from '../../../../routes.ts'
import {
  Icon,
  type WorklistRow as Row,
  useReader,
  type WorklistColumn,
} from '../../../../ui/index.ts'
import { dueStanding, isLate } from '../../rules/due.ts'
import { sortOf, type WorklistFilters } from '../../rules/worklist.ts'
import type { WorklistRow } from '../../store/worklist.ts'
import { ComplaintStatusMark, dueText, dueTone, OpennessWord } from './marks.tsx'
import { areaName, categoryName, type NameBook, personName } from './names.ts'
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

type Around = { readonly names: NameBook; readonly now: Date }

export function rowOf(row: WorklistRow, { names, now }: Around): Row {
  const due = row.nextDueAt && dueStanding(row.nextDueAt, now)
  const tone = due ? dueTone(due) : 'neutral'
  return {
    // Which version was seen: another one is not changed by mistake.
    id: `${row.id}.${row.version}`,
    name: row.number,
    tone: tone === 'neutral' ? undefined : tone,
    cells: [
      <NumberCell row={row} />,
      <ComplaintStatusMark status={row.status} />,
      <DueCell row={row} names={names} now={now} />,
      <ReceivedCell row={row} now={now} />,
      <AreaCell row={row} names={names} />,
      <AboutCell row={row} names={names} />,
      <AgainstCell row={row} names={names} />,
      <OpennessWord openness={row.openness} />,
    ],
  }
}

type CellProps = { readonly row: WorklistRow; readonly names: NameBook }

function NumberCell({ row }: { readonly row: WorklistRow }) {
  const { t, link } = useReader()
  return (
    <span class="nowrap">
      <a href={link(routes.complaint.href({ id: row.id }))}>{row.number}</a>
      {row.unread ? (
        <span class="unread" title={t('complaints.unread')}>
          <Icon name="message-square" />
          <span class="govuk-visually-hidden">{t('complaints.unread')}</span>
        </span>
      ) : null}
    </span>
  )
}

/** What is late is said in days, and with the name of whoever has it. */
function DueCell({ row, names, now }: CellProps & { readonly now: Date }) {
  const reader = useReader()
  const { t } = reader
  if (!row.nextDueAt) return <span class="muted">{t('complaints.due.finished')}</span>
  const standing = dueStanding(row.nextDueAt, now)
  const due = dueText(reader, standing)
  const text = t('complaints.due.with', { due, who: personName(reader, names, row.ownerId) })
  const day = reader.day(dayOf(row.nextDueAt))
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
const withoutYear = (day: string, now: Date): string =>
  day.replace(new RegExp(`\\s+${dayOf(now).slice(0, 4)}$`), '')

function ReceivedCell({ row, now }: { readonly row: WorklistRow; readonly now: Date }) {
  const { day } = useReader()
  return (
    <time class="nowrap" datetime={row.receivedAt.toISOString()}>
      {withoutYear(day(dayOf(row.receivedAt)), now)}
    </time>
  )
}

function AreaCell({ row, names }: CellProps) {
  return <span class="one-line one-line--narrow">{areaName(useReader(), names, row.area)}</span>
}

/** The first matter, and how many more. */
function AboutCell({ row, names }: CellProps) {
  const reader = useReader()
  const [first = '', ...others] = row.categories.map((code) => categoryName(reader, names, code))
  return (
    <span class="one-line" title={[first, ...others].join(' · ')}>
      {first}
      {others.length > 0 ? <span class="muted"> +{reader.number(others.length)}</span> : null}
    </span>
  )
}

function AgainstCell({ row, names }: CellProps) {
  const { t, name } = useReader()
  const agency = row.agencyId === null ? undefined : names.agencies.get(row.agencyId)
  return (
    <span class="one-line" title={agency && name(agency)}>
      {agency ? (
        name(agency)
      ) : (
        <span class="muted">{t(`complaints.respondent.${row.respondentKind}`)}</span>
      )}
    </span>
  )
}
