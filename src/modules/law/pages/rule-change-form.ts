import { z } from 'zod'
import { ok, type Result, refuse } from '../../../kernel/result.ts'
import type { Tx } from '../../../platform/db.ts'
import { type FieldErrors, parseForm } from '../../../platform/http/form.ts'
import type { FormBody } from '../../../platform/http/route.ts'
import { choice, optionalLine, wholeNumber } from '../../../platform/text/fields.ts'
import { cleanLine, latinDigits } from '../../../platform/text/index.ts'
import { type Rule, standings } from '../rules/rule.ts'
import type { RuleContent } from '../rules/rule-change.ts'
import { parseRuleValue, shapeOf, typedRuleValue } from '../rules/rule-value.ts'
import { listVersions } from '../store/rule-versions.ts'

type Typed = Readonly<Record<string, string | readonly string[]>>

/** The version that a change starts from: the newest that was not taken back. */
export async function newestVersion(tx: Tx, key: string): Promise<Rule | null> {
  const versions = await listVersions(tx, key)
  return versions.find(({ withdrawn }) => !withdrawn) ?? null
}

/** The form as it first stands: the rule as it is now. */
export async function beginRuleChange(tx: Tx, asked: FormBody): Promise<Typed | null> {
  const rule = await newestVersion(tx, String(asked.subject ?? ''))
  if (!rule) return null
  const typed = typedRuleValue(rule.value)
  const isText = shapeOf(rule).kind === 'numbers'
  return {
    subject: rule.key,
    basedOn: String(rule.version),
    value: isText ? typed.join(', ') : typed,
    standing: rule.standing,
    articleKm: rule.article?.km ?? '',
    articleEn: rule.article?.en ?? '',
    source: rule.source ?? '',
    sourceUrl: rule.sourceUrl ?? '',
  }
}

const words = (max: number) => optionalLine({ max, tooLong: 'law.change.too-long' })
const form = z.object({
  subject: z.string(),
  basedOn: wholeNumber({ least: 1, most: 999_999, wrong: 'form.not-understood' }),
  standing: choice(standings, 'law.change.standing-missing'),
  articleKm: words(200),
  articleEn: words(200),
  source: words(400),
  sourceUrl: words(400).refine((text) => text === null || /^https?:\/\/\S+$/.test(text), {
    error: 'law.change.address-wrong',
  }),
})

/** A typed form as the content of a change, or what is wrong beside which field. */
export async function readRuleChange(
  tx: Tx,
  typed: FormBody,
): Promise<Result<RuleContent, FieldErrors>> {
  const parsed = parseForm(form, typed)
  if (!parsed.ok) return parsed
  const { subject, basedOn, standing, articleKm, articleEn, source, sourceUrl } = parsed.value
  const rule = await newestVersion(tx, subject)
  if (!rule) return refuse({ value: { key: 'refusal.no-such-rule' } })
  if ((articleKm === null) !== (articleEn === null))
    return refuse({ articleEn: { key: 'law.change.article-in-both' } })
  const value =
    standing === 'unknown'
      ? ok(null)
      : parseRuleValue(shapeOf(rule), rule.unit, textsOf(typed.value))
  if (!value.ok) return refuse({ value: { key: 'law.change.value-wrong' } })
  const article = articleKm !== null && articleEn !== null ? { km: articleKm, en: articleEn } : null
  return ok({ key: subject, basedOn, value: value.value, standing, article, source, sourceUrl })
}

const textsOf = (value: FormBody[string] | undefined): string[] =>
  [value ?? []].flat().map((text) => latinDigits(cleanLine(text)))
