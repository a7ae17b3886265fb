import { addDays, type Day } from '../../../kernel/days.ts'
import type { Db, Tx } from '../../../platform/db.ts'
import type { Rule, RuleValue } from '../rules/rule.ts'
import { asRule, columns, type RuleRow } from './rules.ts'

export type RuleVersion = Rule & {
  /** Approved once, and stopped before its first day: it never held. */
  readonly withdrawn: boolean
  readonly origin: 'country-pack' | 'ministry'
}

/** Every version of one rule, the newest first; held while a change of it is written. */
export async function listVersions(db: Db | Tx, key: string): Promise<RuleVersion[]> {
  const rows = await db<(RuleRow & Pick<RuleVersion, 'withdrawn' | 'origin'>)[]>`
    select ${columns(db)}, withdrawn, origin from rule where key = ${key} order by version desc`
  return rows.map((row) => ({ ...asRule(row), withdrawn: row.withdrawn, origin: row.origin }))
}

/** Writes a version of the ministry's own, and ends the one before on the day before. */
export async function addVersion(
  tx: Tx,
  rule: Omit<Rule, 'validTo' | 'note'> & { readonly validFrom: Day },
  closes: Rule | null,
): Promise<void> {
  if (closes) await setEnd(tx, closes, addDays(rule.validFrom, -1))
  await tx`
    insert into rule (key, version, part, position, value, unit, valid_from, article_km, article_en,
      source, source_url, standing, name_km, name_en, origin, closed_before)
    values (${rule.key}, ${rule.version}, ${rule.part}, coalesce((
        select position from rule where key = ${rule.key} order by version desc limit 1), 0),
      ${jsonOf(rule.value)}::text::jsonb, ${rule.unit}, ${rule.validFrom},
      ${rule.article?.km ?? null}, ${rule.article?.en ?? null}, ${rule.source}, ${rule.sourceUrl},
      ${rule.standing}, ${rule.name.km}, ${rule.name.en}, 'ministry', ${closes?.validTo ?? null})`
}

/** Takes back a version that has not begun; the one before goes on as it did. */
export async function withdrawVersion(
  tx: Tx,
  { key, from }: { key: string; from: Day },
): Promise<void> {
  const [taken] = await tx<{ closedBefore: Day | null }[]>`
    update rule set withdrawn = true
    where key = ${key} and valid_from = ${from} and not withdrawn and origin = 'ministry'
    returning closed_before as "closedBefore"`
  if (!taken) return
  await tx`
    update rule set valid_to = ${taken.closedBefore}
    where key = ${key} and not withdrawn and valid_to = ${addDays(from, -1)}`
}

const setEnd = (tx: Tx, { key, version }: Rule, lastDay: Day) => tx`
  update rule set valid_to = ${lastDay} where key = ${key} and version = ${version}`

const jsonOf = (value: RuleValue | null): string | null =>
  value === null ? null : JSON.stringify(value)
