import { dayOf } from '../../../kernel/days.ts'
import type { Db, Tx } from '../../../platform/db.ts'
import { everyRule } from '../../law/index.ts'
import { calculate, type Proposal } from '../rules/calculator/calculate.ts'
import type { CalculationFacts } from '../rules/calculator/facts.ts'
import { type LawOfDays, lawOfDays } from '../rules/calculator/law-of-days.ts'
import { wageTable } from '../store/wage-table.ts'

/** The rules and tables of all days; made anew only when the rulebook changed. */
export async function lawNow(db: Db | Tx): Promise<LawOfDays> {
  const rules = await everyRule(db)
  if (made?.rules !== rules) made = { rules, law: lawOfDays(rules, wageTable()) }
  return made.law
}
let made: { readonly rules: unknown; readonly law: LawOfDays } | null = null

/** What may be claimed by what was told: it proposes, people decide, and nothing is kept. */
export const proposeRemedy = async (
  tx: Db | Tx,
  facts: CalculationFacts,
  now: Date,
): Promise<Proposal> => calculate(facts, { law: await lawNow(tx), today: dayOf(now) })
