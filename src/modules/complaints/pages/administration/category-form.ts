import { z } from 'zod'
import { ok, type Result, refuse } from '../../../../kernel/result.ts'
import type { Tx } from '../../../../platform/db.ts'
import { type FieldErrors, parseForm } from '../../../../platform/http/form.ts'
import type { FormBody } from '../../../../platform/http/route.ts'
import { codeOfName } from '../../../../platform/text/code-of-name.ts'
import { carried, choices, line } from '../../../../platform/text/fields.ts'
import type { Category } from '../../rules/category.ts'
import { type CategoryContent, categoryContent } from '../../rules/category-change.ts'
import { readCategories } from '../../store/categories.ts'

type Typed = Readonly<Record<string, string | readonly string[]>>

/** The kind of this code, and all kinds; `new/money` asks for a new one in a group. */
async function findCategory(tx: Tx, subject: string) {
  const all = await readCategories(tx)
  const [, group] = /^new\/([a-z_]+)$/.exec(subject) ?? []
  const sample = all.find((category) => category.group === group)
  return { all, known: all.find(({ code }) => code === subject) ?? null, sample: sample ?? null }
}

const stateOf = ({ names, sensitive, retired }: Category) => ({ names, sensitive, retired })

export async function beginCategoryChange(tx: Tx, asked: FormBody): Promise<Typed | null> {
  const subject = String(asked.subject ?? '')
  const { known, sample } = await findCategory(tx, subject)
  if (!known && !sample) return null
  return {
    ...{ subject, was: known ? JSON.stringify(stateOf(known)) : '' },
    ...{ nameKm: known?.names.km ?? '', nameEn: known?.names.en ?? '' },
    marks: [...(known?.sensitive ? ['sensitive'] : []), ...(known?.retired ? ['retired'] : [])],
  }
}

export const categoryMarks = ['sensitive', 'retired'] as const
const name = line({
  max: 120,
  missing: 'complaints.category.name-missing',
  tooLong: 'complaints.category.name-too-long',
})
const form = z.object({
  subject: z.string(),
  was: carried(categoryContent.shape.was),
  nameKm: name,
  nameEn: name,
  marks: choices(categoryMarks),
})

export async function readCategoryChange(
  tx: Tx,
  typed: FormBody,
): Promise<Result<CategoryContent, FieldErrors>> {
  const parsed = parseForm(form, typed)
  if (!parsed.ok) return parsed
  const { subject, nameKm, nameEn, marks } = parsed.value
  const { known, sample } = await findCategory(tx, subject)
  const code = known?.code ?? codeOfName(nameEn)
  if (code === '') return refuse({ nameEn: { key: 'complaints.category.name-missing' } })
  return ok({
    ...{ code, group: (known ?? sample)?.group ?? '', names: { km: nameKm, en: nameEn } },
    ...{ sensitive: marks.includes('sensitive'), retired: marks.includes('retired') },
    was: parsed.value.was,
  })
}

export async function namesOfCategory(
  tx: Tx,
  subject: string,
  content: CategoryContent | null,
): Promise<Category['names']> {
  if (content) return content.was?.names ?? content.names
  const { known, sample } = await findCategory(tx, subject)
  return known?.names ?? sample?.groupNames ?? { km: subject, en: subject }
}
