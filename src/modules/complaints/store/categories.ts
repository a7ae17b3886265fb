import { z } from 'zod'
import type { Db, Tx } from '../../../platform/db.ts'
import { isLoaded, keepLoaded, readPackFile } from '../../places/index.ts'
import type { Category } from '../rules/category.ts'
import type { CategoryContent } from '../rules/category-change.ts'

const text = { km: z.string(), en: z.string() }
const packFile = z.object({
  groups: z.array(z.object({ code: z.string(), ...text })),
  categories: z.array(
    z.object({ code: z.string(), group: z.string(), sensitive: z.boolean(), ...text }),
  ),
})

/**
 * Brings the kinds of complaint to the country pack, as the owner of the schema. None is deleted, and
 * what the ministry has changed stays.
 */
export async function loadComplaintCategories(tx: Tx): Promise<void> {
  const file = readPackFile('complaint-categories.json')
  if (await isLoaded(tx, file)) return
  const { groups, categories } = packFile.parse(JSON.parse(file.text))
  const rows = categories.map((category, position) => {
    const group = groups.find(({ code }) => code === category.group)
    if (!group) throw new Error(`${category.code} is in no group of complaint-categories.json`)
    return {
      code: category.code,
      category_group: category.group,
      group_km: group.km,
      group_en: group.en,
      name_km: category.km,
      name_en: category.en,
      sensitive: category.sensitive,
      position,
    }
  })
  await tx`
    insert into complaint_category ${tx(rows)}
    on conflict (code) do update set category_group = excluded.category_group,
      group_km = excluded.group_km, group_en = excluded.group_en, name_km = excluded.name_km,
      name_en = excluded.name_en, sensitive = excluded.sensitive, position = excluded.position
    where complaint_category.origin = 'country-pack'`
  await keepLoaded(tx, file)
}

type CategoryRow = {
  code: string
  category_group: string
  group_km: string
  group_en: string
  name_km: string
  name_en: string
  sensitive: boolean
  retired: boolean
}

/** In the order in which people are asked: group by group. */
export async function readCategories(db: Db | Tx): Promise<Category[]> {
  const rows = await db<CategoryRow[]>`
    select code, category_group, group_km, group_en, name_km, name_en, sensitive, retired
    from complaint_category order by position, origin, code`
  return rows.map((row) => ({
    code: row.code,
    group: row.category_group,
    groupNames: { km: row.group_km, en: row.group_en },
    names: { km: row.name_km, en: row.name_en },
    sensitive: row.sensitive,
    retired: row.retired,
  }))
}

/** Writes a kind of complaint as the ministry's own; a new one comes last in its group. */
export async function saveCategory(tx: Tx, content: CategoryContent): Promise<void> {
  const { code, names, sensitive, retired } = content
  if (content.was !== null) {
    await tx`
      update complaint_category set name_km = ${names.km}, name_en = ${names.en},
        sensitive = ${sensitive}, retired = ${retired}, origin = 'ministry'
      where code = ${code}`
    return
  }
  await tx`
    insert into complaint_category (code, category_group, group_km, group_en, name_km, name_en,
      sensitive, retired, position, origin)
    select ${code}, category_group, group_km, group_en, ${names.km}, ${names.en}, ${sensitive},
      ${retired}, position, 'ministry'
    from complaint_category where category_group = ${content.group}
    order by position desc, code limit 1`
}
