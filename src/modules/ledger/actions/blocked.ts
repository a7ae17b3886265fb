import { addDays, type Day, startOfDay } from '../../../kernel/days.ts'
import { isUuid } from '../../../kernel/ids.ts'
import type { Tx } from '../../../platform/db.ts'
import type { AgencyId } from '../../agencies/index.ts'
import { findNumber, findRule, type Rule, rulebook } from '../../law/index.ts'
import { type DepositState, minimumOf, minimumRule, stateOfDeposit } from '../rules/deposit.ts'
import { blockRule, holdsOn, type Override } from '../rules/override.ts'
import { depositOf, heldOn } from '../store/deposits.ts'
import { listOverrides } from '../store/overrides.ts'

/** Whether new job orders of an agency are refused on a day, and by what. */
export type DepositBlock = {
  readonly isBlocked: boolean
  /** How the deposit stood at the end of that day, or stands now. */
  readonly state: DepositState | 'not-entered'
  /** Whether a short deposit blocks at all; not in force or unknown: it does not. */
  readonly rule: Rule | null
  /** By which it is let through all the same, signed by a second person. */
  readonly override: Override | null
}

/** For modules that take job orders: what they say where the answer is yes. */
export async function depositBlock(
  tx: Tx,
  { agencyId, day }: { readonly agencyId: AgencyId; readonly day: Day },
): Promise<DepositBlock> {
  const book = await rulebook(tx, day)
  const rule = findRule(book, blockRule)
  const state = await stateOn(tx, { agencyId, day, minimum: findNumber(book, minimumRule) })
  const overrides = isUuid(agencyId) ? await listOverrides(tx, agencyId) : []
  const override = overrides.find((each) => holdsOn(each, day)) ?? null
  const blocks = rule?.value === true && state === 'short'
  return { isBlocked: blocks && override === null, state, rule, override }
}

/** Whether new job orders of this agency are refused on this day because its deposit is short. */
export const isBlockedByDeposit = async (tx: Tx, agencyId: AgencyId, day: Day): Promise<boolean> =>
  (await depositBlock(tx, { agencyId, day })).isBlocked

type On = { readonly agencyId: AgencyId; readonly day: Day; readonly minimum: number | null }

async function stateOn(
  tx: Tx,
  { agencyId, day, minimum }: On,
): Promise<DepositState | 'not-entered'> {
  const before = startOfDay(addDays(day, 1))
  const then = []
  for (const { currency, accountId } of await depositOf(tx, agencyId)) {
    const held = await heldOn(tx, { accountId, before })
    if (held !== null) then.push({ currency, held })
  }
  return then.length === 0 ? 'not-entered' : stateOfDeposit(then, minimumOf(minimum))
}
