import { z } from 'zod'
import type { Day } from '../../../kernel/days.ts'
import { ok, type Result, refuse } from '../../../kernel/result.ts'
import { isInForce, type Rule, type RuleValue, standings } from './rule.ts'

/** A new version of a rule, as it is proposed. */
export const ruleContent = z.object({
  key: z.string(),
  /** The newest version when it was proposed: another one means that somebody was quicker. */
  basedOn: z.int(),
  value: z.union([
    z.number(),
    z.boolean(),
    z.string(),
    z.array(z.union([z.string(), z.number()])).readonly(),
    z.object({ min: z.number(), max: z.number() }),
    z.null(),
  ]),
  standing: z.enum(standings),
  article: z.object({ km: z.string(), en: z.string() }).nullable(),
  source: z.string().nullable(),
  sourceUrl: z.string().nullable(),
})
export type RuleContent = z.output<typeof ruleContent>

export type RuleChangeRefusal =
  | 'no-such-rule'
  | 'changed-meanwhile'
  | 'overlaps-a-later-version'
  | 'unknown-has-no-value'
  | 'value-needs-a-source'
  | 'nothing-changes'

type Version = Rule & { readonly withdrawn: boolean }

/** What a new version does to the versions that are there. */
export type RuleStep = {
  readonly version: number
  /** The version that ends the day before; null where the rule was not in force then. */
  readonly closes: Rule | null
}

/**
 * Whether this may become the rule's next version. What was unknown stays unknown until somebody
 * names where the value stands.
 */
export function checkRuleChange(
  versions: readonly Version[],
  content: RuleContent,
  from: Day,
): Result<RuleStep, RuleChangeRefusal> {
  const held = versions.filter(({ withdrawn }) => !withdrawn)
  const newest = held.reduce<Rule | null>((a, b) => (a && a.version > b.version ? a : b), null)
  if (!newest) return refuse('no-such-rule')
  if (newest.version !== content.basedOn) return refuse('changed-meanwhile')
  if (held.some(({ validFrom }) => validFrom !== null && validFrom >= from))
    return refuse('overlaps-a-later-version')
  const value = checkValue(content, newest)
  if (!value.ok) return value
  return ok({
    version: Math.max(...versions.map(({ version }) => version)) + 1,
    closes: held.find((rule) => isInForce(rule, from)) ?? null,
  })
}

function checkValue(content: RuleContent, before: Rule): Result<null, RuleChangeRefusal> {
  const { value, standing, source } = content
  if ((value === null) !== (standing === 'unknown')) return refuse('unknown-has-no-value')
  const isSure = standing === 'verified' || standing === 'reported'
  const wasUnknown = before.value === null && value !== null
  if ((isSure || wasUnknown) && source === null) return refuse('value-needs-a-source')
  return isSame(content, before) ? refuse('nothing-changes') : ok(null)
}

const isSame = (content: RuleContent, before: Rule): boolean => {
  const facts = ({ value, standing, article, source, sourceUrl }: RuleContent | Rule) => [
    ...[valueKey(value), standing, article?.km ?? '', article?.en ?? ''],
    ...[source ?? '', sourceUrl ?? ''],
  ]
  return JSON.stringify(facts(content)) === JSON.stringify(facts(before))
}

/** The same text for the same value, in whatever order its parts were kept. */
const valueKey = (value: RuleValue | null): string =>
  value !== null && typeof value === 'object' && 'min' in value
    ? `${value.min}-${value.max}`
    : JSON.stringify(value)
