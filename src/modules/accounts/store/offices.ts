import type { Db, Tx } from '../../../platform/db.ts'
import { csvRows, isLoaded, keepLoaded, readPackFile } from '../../places/index.ts'
import type { OfficeKind } from '../rules/office-kinds.ts'

export type Office = {
  readonly id: string
  /** Stable name in the country pack, such as `ministry` or `pdolvt-01`. */
  readonly code: string
  readonly kind: OfficeKind
  readonly km: string
  readonly en: string
  /** Province code; null for the whole country. */
  readonly province: string | null
  /** Where its letters climb to; null at the top. */
  readonly superiorId: string | null
}

/**
 * Brings the offices to the country pack, as the owner of the schema. Nothing is deleted, and what
 * the ministry has changed stays.
 */
export async function loadOffices(tx: Tx): Promise<void> {
  const file = readPackFile('offices.csv')
  if (await isLoaded(tx, file)) return
  await tx`
    insert into office (code, kind, name_km, name_en, province)
    select code, kind, name_km, name_en, province
    from jsonb_to_recordset(${JSON.stringify(csvRows(file))}::text::jsonb)
      as row (code text, kind text, name_km text, name_en text, province text)
    on conflict (code) do update set kind = excluded.kind, name_km = excluded.name_km,
      name_en = excluded.name_en, province = excluded.province
    where office.origin = 'country-pack'`
  await tx`
    update office o set superior_id = s.id
    from jsonb_to_recordset(${JSON.stringify(csvRows(file))}::text::jsonb)
      as row (code text, superior text) left join office s on s.code = row.superior
    where o.code = row.code and o.origin = 'country-pack'`
  await keepLoaded(tx, file)
}

export async function listOffices(db: Db | Tx): Promise<Office[]> {
  return db<Office[]>`
    select id, code, kind, name_km as km, name_en as en, province, superior_id as "superiorId" from office
    order by kind, province nulls first, code`
}

export async function findOffice(db: Db | Tx, id: string): Promise<Office | null> {
  const [office] = await db<Office[]>`
    select id, code, kind, name_km as km, name_en as en, province, superior_id as "superiorId" from office where id = ${id}`
  return office ?? null
}

export async function findOfficeByCode(db: Db | Tx, code: string): Promise<Office | null> {
  const [office] = await db<Office[]>`
    select id, code, kind, name_km as km, name_en as en, province, superior_id as "superiorId" from office where code = ${code}`
  return office ?? null
}

/** The department of the province; the ministry where there is none, or no province is known. */
export async function competentOffice(db: Db | Tx, province: string | null): Promise<Office> {
  const [office] = await db<Office[]>`
    select id, code, kind, name_km as km, name_en as en, province, superior_id as "superiorId" from office
    where kind = 'provincial' and province = ${province} or kind = 'ministry'
    order by (kind = 'provincial') desc, code limit 1`
  if (!office) throw new Error('no offices are loaded: the country pack comes first')
  return office
}

/** The offices above this one, the nearest first: the way that a letter climbs. */
export async function listSuperiors(db: Db | Tx, id: string): Promise<Office[]> {
  return db<Office[]>`
    with recursive above as (
      select office.superior_id as next, 1 as height from office where id = ${id}
      union all
      select o.superior_id, height + 1 from above join office o on o.id = above.next
      where height < 10)
    select id, code, kind, name_km as km, name_en as en, province, superior_id as "superiorId" from above join office on office.id = above.next
    order by above.height`
}
