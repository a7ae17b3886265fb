import { addDays, type Day } from '../../../kernel/days.ts'
import type { Id } from '../../../kernel/ids.ts'
import type { AgencyId } from '../../agencies/index.ts'
import { clockOfDemand, type Demand } from './deposit.ts'
import type { Guarantee, GuaranteeStanding } from './guarantee.ts'

export type AlarmId = Id<'deposit-alarm'>

export const alarmKinds = [
  'guarantee-ends',
  'guarantee-ended',
  'deposit-short',
  'claims-above',
  'demand-near',
  'demand-ran-out',
] as const
export type AlarmKind = (typeof alarmKinds)[number]

/** Something of a deposit that somebody has to look at. */
export type Alarm = {
  readonly id: AlarmId
  readonly agencyId: AgencyId
  readonly kind: AlarmKind
  readonly raisedAt: Date
}

/** That something is so now; `about` tells one time from another, so that each is told once. */
export type Cause = { readonly kind: AlarmKind; readonly about: string }

/** What is claimed from an agency is for officers: it may not know of the cases. */
export const isForAgency = (kind: AlarmKind): boolean => kind !== 'claims-above'

export type Circumstances = {
  readonly today: Day
  readonly reminderDays: number | null
  readonly guarantees: readonly (Pick<Guarantee, 'id' | 'expiresOn' | 'status'> & {
    readonly standing: GuaranteeStanding
    readonly isReplaced: boolean
  })[]
  readonly demand: Pick<Demand, 'id' | 'status' | 'dueOn'> | null
  /** The day since which it is short; null where it is not, or nobody can say. */
  readonly shortSince: Day | null
  readonly isBelowClaims: boolean
  /** As the alarm that stands calls it; else today. */
  readonly belowSince: string | null
}

/** Everything that is so today. */
export function causesOf(found: Circumstances): Cause[] {
  const { today, demand, shortSince } = found
  const causes: Cause[] = found.guarantees.flatMap((each) => causeOfGuarantee(each, shortSince))
  if (shortSince) causes.push({ kind: 'deposit-short', about: shortSince })
  if (found.isBelowClaims) causes.push({ kind: 'claims-above', about: found.belowSince ?? today })
  const clock = demand ? clockOfDemand(demand, today) : 'stopped'
  if (demand && clock === 'ran-out')
    causes.push({ kind: 'demand-ran-out', about: `${demand.id} ${demand.dueOn}` })
  if (demand && clock === 'running' && addDays(today, found.reminderDays ?? 0) >= demand.dueOn)
    causes.push({ kind: 'demand-near', about: `${demand.id} ${demand.dueOn}` })
  return causes
}

function causeOfGuarantee(
  { id, expiresOn, standing, isReplaced }: Circumstances['guarantees'][number],
  shortSince: Day | null,
): Cause[] {
  const about = `${id} ${expiresOn}`
  if (standing === 'ends-soon' || standing === 'perhaps-expired')
    return [{ kind: 'guarantee-ends', about }]
  // One that has ended matters as long as something is missing in its place.
  return standing === 'expired' && !isReplaced && shortSince
    ? [{ kind: 'guarantee-ended', about }]
    : []
}
