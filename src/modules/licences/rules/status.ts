import type { Day } from '../../../kernel/days.ts'
import type { Status } from '../../../kernel/tokens/status-list.ts'
import { isWarningInForce, type Warning } from '../../agencies/index.ts'
import { type Licence, standingOn } from './licence.ts'

/** One authorisation with its place in the list of statuses. */
export type Placed = {
  readonly place: number
  /** Its own last day, for this country; null while none is set. */
  readonly to: Day | null
  readonly licence: Pick<Licence, 'status' | 'validFrom' | 'validTo' | 'suspension' | 'endedOn'>
}

/** What the list says of an authorisation on a day. That it has not begun, its code says itself. */
export function statusOn(
  { to, licence }: Placed,
  warnings: readonly Warning[],
  today: Day,
): Status {
  if (warnings.some((warning) => isWarningInForce(warning, today))) return 'warned'
  const { kind } = standingOn(licence, today)
  if (kind === 'revoked' || kind === 'surrendered' || kind === 'suspended') return kind
  if (kind === 'expired' || kind === 'none') return 'ended'
  return to !== null && to < today ? 'ended' : 'valid'
}
