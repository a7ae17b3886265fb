import { useReader } from '../../../ui/index.ts'
import type { Rule } from '../rules/rule.ts'
import { StandingMark } from './standing-mark.tsx'
import { ruleValueText } from './value-text.ts'

/** One rule in a sentence's length: its value and how sure it is. Null: no rule is in force. */
export function RuleLine({ rule }: { readonly rule: Rule | null }) {
  const reader = useReader()
  if (!rule) return <StandingMark standing="unknown" />
  return (
    <>
      {rule.value === null ? null : `${ruleValueText(reader, rule)} `}
      <StandingMark standing={rule.standing} />
    </>
  )
}
