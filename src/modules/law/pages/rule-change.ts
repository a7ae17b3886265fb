import type { Tx } from '../../../platform/db.ts'
import { mayChangeRule, publishRule, takeRuleBack } from '../actions/change-rule.ts'
import { type RuleContent, ruleContent } from '../rules/rule-change.ts'
import { beginRuleChange, newestVersion, readRuleChange } from './rule-change-form.ts'
import { ruleChangeFields, ruleChangePreview } from './rule-change-parts.tsx'

/** How a rule is changed: `src/change-kinds.ts` makes a kind of change of it. */
export const ruleChange = {
  content: ruleContent,
  subjectOf: ({ key }: RuleContent) => key,
  namesOf: async (tx: Tx, key: string) => {
    const rule = await newestVersion(tx, key)
    return rule?.name ?? { km: key, en: key }
  },
  check: mayChangeRule,
  publish: publishRule,
  takeBack: takeRuleBack,
  begin: beginRuleChange,
  read: readRuleChange,
  fields: ruleChangeFields,
  preview: ruleChangePreview,
} as const
