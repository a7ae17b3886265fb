import type { Tx } from '../../../platform/db.ts'
import type { KnownOffice, OfficeContent } from '../rules/office-change.ts'

type OfficeRow = Omit<KnownOffice, 'names'> & { km: string; en: string }

/** Every office with the code of the one above it. */
export async function listKnownOffices(tx: Tx): Promise<KnownOffice[]> {
  const rows = await tx<OfficeRow[]>`
    select o.code, o.kind, o.name_km as km, o.name_en as en, o.province, s.code as superior
    from office o left join office s on s.id = o.superior_id
    order by o.kind, o.province nulls first, o.code`
  return rows.map(({ km, en, ...row }) => ({ ...row, names: { km, en } }))
}

/** Writes an office as the ministry's own: the country pack leaves it alone from then on. */
export async function saveOffice(tx: Tx, content: OfficeContent): Promise<void> {
  const { code, kind, names, province, superior } = content
  if (content.was === null)
    await tx`
      insert into office (code, kind, name_km, name_en, province, superior_id, origin)
      values (${code}, ${kind}, ${names.km}, ${names.en}, ${province},
        (select s.id from office s where s.code = ${superior}), 'ministry')`
  else
    await tx`
      update office set name_km = ${names.km}, name_en = ${names.en}, origin = 'ministry',
        superior_id = (select s.id from office s where s.code = ${superior})
      where code = ${code}`
}
