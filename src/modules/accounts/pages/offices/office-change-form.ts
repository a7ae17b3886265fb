import { z } from 'zod'
import { ok, type Result, refuse } from '../../../../kernel/result.ts'
import type { Tx } from '../../../../platform/db.ts'
import { type FieldErrors, parseForm } from '../../../../platform/http/form.ts'
import type { FormBody } from '../../../../platform/http/route.ts'
import { carried, line, optionalLine } from '../../../../platform/text/fields.ts'
import { type KnownOffice, type OfficeContent, officeContent } from '../../rules/office-change.ts'
import { listKnownOffices } from '../../store/change-office.ts'

type Typed = Readonly<Record<string, string | readonly string[]>>

/** The subject of a form that adds an office. */
export const newOffice = 'new'

const findKnownOffice = async (tx: Tx, code: string): Promise<KnownOffice | null> =>
  (await listKnownOffices(tx)).find((office) => office.code === code) ?? null

export async function beginOfficeChange(tx: Tx, asked: FormBody): Promise<Typed | null> {
  const subject = String(asked.subject ?? '')
  const known = await findKnownOffice(tx, subject)
  if (!known && subject !== newOffice) return null
  const was = known && { names: known.names, superior: known.superior }
  return {
    ...{ subject, was: was ? JSON.stringify(was) : '', kind: known?.kind ?? 'bureau' },
    ...{ nameKm: known?.names.km ?? '', nameEn: known?.names.en ?? '' },
    ...{ superior: known?.superior ?? '', province: known?.province ?? '' },
  }
}

const name = line({
  max: 200,
  missing: 'people.office.name-missing',
  tooLong: 'people.office.name-too-long',
})
const code = optionalLine({ max: 60, tooLong: 'form.not-understood' })
const form = z.object({
  subject: z.string(),
  was: carried(officeContent.shape.was),
  kind: officeContent.shape.kind,
  nameKm: name,
  nameEn: name,
  superior: code,
  province: code,
})

/** Kind and province of an office that is there stay as they are, whatever a form says. */
export async function readOfficeChange(
  tx: Tx,
  typed: FormBody,
): Promise<Result<OfficeContent, FieldErrors>> {
  const parsed = parseForm(form, typed)
  if (!parsed.ok) return parsed
  const { subject, nameKm, nameEn, superior, ...rest } = parsed.value
  const known = await findKnownOffice(tx, subject)
  const code = known?.code ?? codeOf(nameEn)
  const kind = officeContent.shape.kind.safeParse(known?.kind ?? rest.kind)
  if (code === '' || !kind.success) return refuse({ nameEn: { key: 'people.office.name-missing' } })
  return ok({
    ...{ code, kind: kind.data, names: { km: nameKm, en: nameEn }, superior, was: rest.was },
    province: known ? known.province : rest.province,
  })
}

/** A short name out of the English one: "Bureau of Appeals" is bureau-of-appeals. */
const codeOf = (text: string): string =>
  text
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-+|-+$/g, '')
    .slice(0, 60)

export async function namesOfOffice(
  tx: Tx,
  subject: string,
  content: OfficeContent | null,
): Promise<KnownOffice['names']> {
  if (content) return content.was?.names ?? content.names
  const known = await findKnownOffice(tx, subject)
  return known?.names ?? { km: '', en: '' }
}
