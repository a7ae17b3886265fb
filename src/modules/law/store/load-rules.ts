import type { Tx } from '../../../platform/db.ts'
import { isLoaded, keepLoaded, readPackFiles } from '../../places/index.ts'
import type { RulePart, RuleValue } from '../rules/rule.ts'
import { type RuleRecord, ruleFile } from '../rules/rule-file.ts'

/**
 * Brings the rulebook to the country pack, as the owner of the schema. Names, notes and sources of
 * a loaded version follow the file; its value never does, for records name the version that was
 * applied to them: a new value is a new version. Keys that the ministry has taken over are left
 * alone. Returns the names of the files that were read.
 */
export async function loadRules(tx: Tx): Promise<string[]> {
  const loaded: string[] = []
  for (const file of readPackFiles('rules/*.json')) {
    if (await isLoaded(tx, file)) continue
    const { part, rules } = ruleFile.parse(JSON.parse(file.text))
    const taken = await keysOfTheMinistry(tx)
    const open = rules.filter(({ key }) => !taken.has(key))
    const placed = open.map((rule, position) => ({ ...rule, part, position }))
    for (const rule of placed.sort((a, b) => a.version - b.version)) await loadRule(tx, rule)
    await keepLoaded(tx, file)
    loaded.push(file.name)
  }
  return loaded
}

type PlacedRule = RuleRecord & { readonly part: RulePart; readonly position: number }

async function loadRule(tx: Tx, rule: PlacedRule): Promise<void> {
  const written = await tx`
    insert into rule (key, version, part, position, value, unit, valid_from, valid_to, article_km, article_en,
      source, source_url, standing, name_km, name_en, note_km, note_en)
    values (${rule.key}, ${rule.version}, ${rule.part}, ${rule.position},
      ${jsonOf(rule.value)}::text::jsonb, ${rule.unit},
      ${rule.validFrom}, ${rule.validTo}, ${rule.article?.km ?? null}, ${rule.article?.en ?? null},
      ${rule.source}, ${rule.sourceUrl}, ${rule.standing}, ${rule.name.km}, ${rule.name.en},
      ${rule.note?.km ?? null}, ${rule.note?.en ?? null})
    on conflict on constraint rule_version do update set
      part = excluded.part, position = excluded.position, valid_to = excluded.valid_to, article_km = excluded.article_km,
      article_en = excluded.article_en, source = excluded.source, source_url = excluded.source_url,
      standing = excluded.standing, name_km = excluded.name_km, name_en = excluded.name_en,
      note_km = excluded.note_km, note_en = excluded.note_en
    where rule.value is not distinct from excluded.value and rule.unit = excluded.unit
      and rule.valid_from is not distinct from excluded.valid_from`
  if (written.count === 0)
    throw new Error(
      `${rule.key} version ${rule.version} was already in force with another value, unit or start: write a new version`,
    )
}

const jsonOf = (value: RuleValue | null): string | null =>
  value === null ? null : JSON.stringify(value)

async function keysOfTheMinistry(tx: Tx): Promise<ReadonlySet<string>> {
  const rows = await tx<{ key: string }[]>`select distinct key from rule where origin = 'ministry'`
  return new Set(rows.map(({ key }) => key))
}
