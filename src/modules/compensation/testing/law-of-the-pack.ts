import type { Rule, Rulebook } from '../../law/index.ts'
import { readPackFiles } from '../../places/index.ts'
import { lawOfDays } from '../rules/calculator/law-of-days.ts'
import { wageTable } from '../store/wage-table.ts'

type PackRules = { readonly part: Rule['part']; readonly rules: readonly Omit<Rule, 'part'>[] }

/** Every rule of the country pack, as a rulebook without a ministry's changes would have it. */
const packRules: readonly Rule[] = readPackFiles('rules/*.json').flatMap(({ text }) => {
  const { part, rules } = JSON.parse(text) as PackRules
  return rules.map((rule) => ({ ...rule, part }))
})

export const packLaw = lawOfDays(packRules, wageTable())

/** The same with other values: what a rule that is not known now would do if it were. */
export const lawWith = (changed: Readonly<Record<string, Partial<Rule>>>) =>
  lawOfDays(
    packRules.map((rule) => ({ ...rule, ...changed[rule.key] })),
    wageTable(),
  )

export type { Rulebook }
