import { addDays, type Day } from '../../../kernel/days.ts'
import type { Id } from '../../../kernel/ids.ts'
import { type Calendar, isWorkingDay } from '../../places/index.ts'
import type { DepositId } from './deposit.ts'

export type GuaranteeId = Id<'deposit-guarantee'>

/** Which day counts where a guarantee expires on a holiday. */
export const holidayRule = 'deposit.guarantee_holiday'
/** How many days before it expires somebody is told. */
export const guaranteeAlarmRule = 'deposit.guarantee_alarm_days'

export type GuaranteeStatus = 'in-force' | 'replaced' | 'expired' | 'returned'

/** What a bank promised to pay: it counts as held while it is in force. */
export type Guarantee = {
  readonly id: GuaranteeId
  readonly depositId: DepositId
  readonly number: string
  readonly bank: string
  readonly minor: bigint
  /** What draws took of it. */
  readonly called: bigint
  readonly issuedOn: Day
  readonly expiresOn: Day
  readonly status: GuaranteeStatus
  readonly version: number
  readonly replacesId: GuaranteeId | null
  readonly enteredBy: string
  readonly enteredAt: Date
  readonly endedAt: Date | null
}

/** That its bank made it longer: which paper says so, and until when it was before. */
export type Extension = {
  readonly guaranteeId: GuaranteeId
  readonly expiredOn: Day
  readonly expiresOn: Day
  readonly reference: string
  readonly enteredBy: string
  readonly enteredAt: Date
}

type Amounts = Pick<Guarantee, 'minor' | 'called' | 'status'>

/** What of it still counts: nothing once it has ended. */
export const remainingOf = ({ minor, called, status }: Amounts): bigint =>
  status === 'in-force' ? minor - called : 0n

export const guaranteedBy = (guarantees: readonly Amounts[]): bigint =>
  guarantees.reduce((sum, each) => sum + remainingOf(each), 0n)

/** Its last day: one, or the two between which it lies while nobody knows which of them counts. */
export type LastDay = { readonly earliest: Day; readonly latest: Day }

/** The last day on which a bank can be asked; `rule` is the value of the rule, null while unknown. */
export function lastDayOf(expiresOn: Day, calendar: Calendar, rule: unknown): LastDay {
  if (isWorkingDay(calendar, expiresOn) || rule === 'that-day') return only(expiresOn)
  const before = nextWorking(calendar, expiresOn, -1)
  const after = nextWorking(calendar, expiresOn, 1)
  if (rule === 'working-day-before') return only(before)
  return rule === 'working-day-after' ? only(after) : { earliest: before, latest: after }
}

const only = (day: Day): LastDay => ({ earliest: day, latest: day })

function nextWorking(calendar: Calendar, from: Day, step: 1 | -1): Day {
  let day = addDays(from, step)
  while (!isWorkingDay(calendar, day)) day = addDays(day, step)
  return day
}

export type GuaranteeStanding = 'in-force' | 'ends-soon' | 'perhaps-expired' | 'expired' | 'ended'

/** How it stands today; between the two days that may count, nobody can say. */
export function standingOf(
  { status }: Pick<Guarantee, 'status'>,
  { earliest, latest }: LastDay,
  { today, alarmDays }: { readonly today: Day; readonly alarmDays: number | null },
): GuaranteeStanding {
  if (status === 'expired') return 'expired'
  if (status !== 'in-force') return 'ended'
  if (today > latest) return 'expired'
  if (today > earliest) return 'perhaps-expired'
  return addDays(today, alarmDays ?? 0) >= earliest ? 'ends-soon' : 'in-force'
}

/** What a draw takes of each: cash first, then the guarantee that expires first. */
export function callsOf(
  total: bigint,
  { held, guarantees }: { readonly held: bigint; readonly guarantees: readonly Guarantee[] },
): { readonly id: GuaranteeId; readonly minor: bigint }[] {
  const inOrder = guarantees
    .filter((each) => remainingOf(each) > 0n)
    .toSorted((a, b) => (keyOf(a) < keyOf(b) ? -1 : 1))
  const cash = inOrder.reduce((rest, each) => rest - remainingOf(each), held)
  let left = total > cash ? total - cash : 0n
  return inOrder.flatMap((each) => {
    const minor = left < remainingOf(each) ? left : remainingOf(each)
    left -= minor
    return minor > 0n ? [{ id: each.id, minor }] : []
  })
}
const keyOf = ({ expiresOn, id }: Guarantee): string => `${expiresOn} ${id}`
