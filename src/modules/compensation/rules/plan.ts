import type { Day } from '../../../kernel/days.ts'
import { shareInProportion } from '../../ledger/index.ts'
import type { NewMoneyTerm, Plan, Share } from './outcome.ts'

/** One sum on one day for one person. */
export type PlannedSum = {
  readonly personId: string
  readonly minor: bigint
  readonly dueOn: Day
}

/** The same day so many months later; the last of the month where it is shorter. */
export function addMonths(day: Day, months: number): Day {
  const [year = 0, month = 1, date = 1] = day.split('-').map(Number)
  const first = new Date(Date.UTC(year, month - 1 + months, 1))
  const last = new Date(Date.UTC(first.getUTCFullYear(), first.getUTCMonth() + 1, 0)).getUTCDate()
  first.setUTCDate(Math.min(date, last))
  return first.toISOString().slice(0, 10) as Day
}

/** The sum in equal parts, to the last unit: what does not divide goes to the first ones. */
function inParts(minor: bigint, parts: number): bigint[] {
  const each = minor / BigInt(parts)
  const over = minor % BigInt(parts)
  return Array.from({ length: parts }, (_, at) => each + (BigInt(at) < over ? 1n : 0n))
}

type Planned = Pick<NewMoneyTerm, 'personId' | 'dueOn' | 'plan' | 'shares'> & {
  readonly minor: bigint
}

/**
 * What a term asks for: of a plan in parts all of them; of one that recurs the first, for nobody
 * knows how many there will be. Each part is shared among the heirs.
 */
export function plannedSums({ personId, minor, dueOn, plan, shares }: Planned): PlannedSum[] {
  const sums = plan.kind === 'parts' ? inParts(minor, plan.parts) : [minor]
  return sums.flatMap((sum, at) =>
    sharedAmong(sum, personId, shares)
      .filter((share) => share.minor > 0n)
      .map((share) => ({ ...share, dueOn: dayOfPart(dueOn, plan, at) })),
  )
}

const dayOfPart = (first: Day, plan: Plan, at: number): Day =>
  plan.kind === 'once' ? first : addMonths(first, at * plan.everyMonths)

function sharedAmong(
  minor: bigint,
  personId: string,
  shares: readonly Share[],
): { readonly personId: string; readonly minor: bigint }[] {
  if (shares.length === 0) return [{ personId, minor }]
  // Claims as large as that cover the sum, so that it is shared to the last unit.
  const sums = shareInProportion(
    minor,
    shares.map(({ parts }) => minor * BigInt(parts)),
  )
  return shares.map(({ personId: heir }, at) => ({ personId: heir, minor: sums[at] ?? 0n }))
}
