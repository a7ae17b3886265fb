import type { Day } from '../../../kernel/days.ts'
import type { Db, Tx } from '../../../platform/db.ts'
import type { Rule, RulePart, RuleUnit, RuleValue, Standing } from '../rules/rule.ts'

/** The version of a rule that holds on a day; null where none does. */
export async function ruleInForce(db: Db | Tx, key: string, on: Day): Promise<Rule | null> {
  const [row] = await db<RuleRow[]>`
    select ${columns(db)} from rule
    where key = ${key} and not withdrawn
      and daterange(valid_from, valid_to, '[]') @> ${on}::date`
  return row ? asRule(row) : null
}

/** Every rule that holds on a day, by part, the weightier first. */
export async function listRulesInForce(db: Db | Tx, on: Day): Promise<Rule[]> {
  const rows = await db<RuleRow[]>`
    select ${columns(db)} from rule
    where not withdrawn and daterange(valid_from, valid_to, '[]') @> ${on}::date
    order by part, position, key`
  return rows.map(asRule)
}

/** Versions that are published and do not hold yet, the nearest first. */
export async function listComingRules(db: Db | Tx, today: Day): Promise<Rule[]> {
  const rows = await db<RuleRow[]>`
    select ${columns(db)} from rule
    where not withdrawn and valid_from > ${today} order by valid_from, part, position, key`
  return rows.map(asRule)
}

/** Every version of every rule that held, holds or will. */
export async function listRules(db: Db | Tx): Promise<Rule[]> {
  const rows = await db<RuleRow[]>`
    select ${columns(db)} from rule where not withdrawn order by part, position, key, version`
  return rows.map(asRule)
}

/** Exactly this version: what a record's AppliedRule names. */
export async function findRuleVersion(
  db: Db | Tx,
  { key, version }: { readonly key: string; readonly version: number },
): Promise<Rule | null> {
  const [row] = await db<RuleRow[]>`
    select ${columns(db)} from rule where key = ${key} and version = ${version}`
  return row ? asRule(row) : null
}

export const columns = (db: Db | Tx) => db`
  key, version, part, value, unit, valid_from, valid_to, article_km, article_en, source,
  source_url, standing, name_km, name_en, note_km, note_en`

export type RuleRow = {
  key: string
  version: number
  part: RulePart
  value: RuleValue | null
  unit: RuleUnit
  valid_from: Day | null
  valid_to: Day | null
  article_km: string | null
  article_en: string | null
  source: string | null
  source_url: string | null
  standing: Standing
  name_km: string
  name_en: string
  note_km: string | null
  note_en: string | null
}

export const asRule = (row: RuleRow): Rule => ({
  key: row.key,
  version: row.version,
  part: row.part,
  value: row.value,
  unit: row.unit,
  validFrom: row.valid_from,
  validTo: row.valid_to,
  article: textOf(row.article_km, row.article_en),
  source: row.source,
  sourceUrl: row.source_url,
  standing: row.standing,
  name: { km: row.name_km, en: row.name_en },
  note: textOf(row.note_km, row.note_en),
})

const textOf = (km: string | null, en: string | null) =>
  km !== null && en !== null ? { km, en } : null
