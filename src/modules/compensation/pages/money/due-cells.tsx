import type { Day } from '../../../../kernel/days.ts'
import type { Reader } from '../../../../kernel/reader.ts'
import type { Content, Tone, WorklistColumn } from '../../../../ui/index.ts'
import type { Due } from '../../../ledger/index.ts'
import { DueMark } from './marks.tsx'

/** By when, how it stands, and where its money is: the same in every list of dues. */
export const dueColumns = ({ t }: Pick<Reader, 't'>): WorklistColumn[] => [
  { label: t('payments.column.due-on') },
  { label: t('payments.column.state') },
  { label: t('payments.column.owed'), numeric: true },
  { label: t('payments.column.paid'), numeric: true },
  { label: t('payments.column.received'), numeric: true },
]

export function dueCells({ day, money }: Reader, due: Due, today: Day): Content[] {
  const sum = (minor: bigint) => money({ minor, currency: due.money.currency })
  return [
    <span class="nowrap">{day(due.dueOn)}</span>,
    <DueMark due={due} today={today} />,
    sum(due.owed),
    sum(due.paid),
    sum(due.received),
  ]
}

export const dueTone = ({ owed, dueOn }: Due, today: Day): Tone | undefined =>
  owed > 0n && dueOn < today ? 'danger' : undefined
