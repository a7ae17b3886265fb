import { z } from 'zod'
import { addDays, type Day } from '../../../kernel/days.ts'
import { ok, type Result, refuse } from '../../../kernel/result.ts'
import type { Tx } from '../../../platform/db.ts'
import { type FieldErrors, parseForm } from '../../../platform/http/form.ts'
import type { FormBody } from '../../../platform/http/route.ts'
import { codeOfName } from '../../../platform/text/code-of-name.ts'
import { choice, foldDay, line, optionalDay, wholeNumber } from '../../../platform/text/fields.ts'
import { type Feast, findFeast, type HolidayContent } from '../../places/index.ts'

type Typed = Readonly<Record<string, string | readonly string[]>>

export const holidayStandings = ['verified', 'reported', 'assumed'] as const

/** "2027/khmer_new_year", or "2027/" for a feast that is not in the calendar yet. */
export function feastOf(subject: string): { readonly year: number; readonly code: string } | null {
  const [, year, code = ''] = /^(\d{4})\/([a-z_]*)$/.exec(subject) ?? []
  return year === undefined ? null : { year: Number(year), code }
}

/** The form as it first stands: the feast as it is now, or an empty one for this year. */
export async function beginHolidayChange(tx: Tx, asked: FormBody): Promise<Typed | null> {
  const subject = String(asked.subject ?? '')
  const wanted = feastOf(subject)
  if (!wanted) return null
  const feast = await findFeast(tx, wanted)
  if (!feast && wanted.code !== '') return null
  const [first] = feast?.days ?? []
  return {
    subject,
    was: feast?.days.join() ?? '',
    nameKm: feast?.names.km ?? '',
    nameEn: feast?.names.en ?? '',
    count: String(Math.max(feast?.days.length ?? 1, 1)),
    standing: 'verified',
    source: feast?.standing === 'unknown' ? '' : (feast?.source ?? ''),
    ...(first ? partsOf(first) : {}),
  }
}

function partsOf(day: Day) {
  const [year = '', month = '', dayOfMonth = ''] = day.split('-')
  return {
    'first-year': year,
    'first-month': String(Number(month)),
    'first-day': String(Number(dayOfMonth)),
  }
}

const words = { max: 200, tooLong: 'law.change.too-long' }
const form = z.object({
  subject: z.string(),
  was: z.string().regex(/^(\d{4}-\d{2}-\d{2}(,|$))*$/),
  nameKm: line({ ...words, missing: 'law.holiday.name-missing' }),
  nameEn: line({ ...words, missing: 'law.holiday.name-missing' }),
  first: optionalDay(),
  count: wholeNumber({ least: 0, most: 7, wrong: 'law.holiday.count-wrong' }),
  standing: choice(holidayStandings, 'law.change.standing-missing'),
  source: line({ max: 400, tooLong: 'law.change.too-long', missing: 'law.holiday.source-missing' }),
})

export async function readHolidayChange(
  tx: Tx,
  typed: FormBody,
): Promise<Result<HolidayContent, FieldErrors>> {
  const parsed = parseForm(form, foldDay(typed, 'first'))
  if (!parsed.ok) return parsed
  const { subject, was, nameKm, nameEn, first, count, standing, source } = parsed.value
  const wanted = feastOf(subject)
  if (!wanted) return refuse({ form: { key: 'refusal.no-such-holiday' } })
  if (count > 0 && first === null) return refuse({ first: { key: 'form.day.missing' } })
  const feast = await findFeast(tx, wanted)
  const code = feast?.code ?? codeOfName(nameEn)
  if (code === '') return refuse({ nameEn: { key: 'law.holiday.name-missing' } })
  return ok({
    ...{ year: wanted.year, code, standing, source },
    names: feast?.names ?? { km: nameKm, en: nameEn },
    days: first === null ? [] : daysFrom(first, count),
    was: was === '' ? [] : (was.split(',') as Day[]),
  })
}

const daysFrom = (first: Day, count: number): Day[] =>
  Array.from({ length: count }, (_, place) => addDays(first, place))

/** A feast as people call it, with its year. */
export async function namesOfFeast(
  tx: Tx,
  subject: string,
  content: HolidayContent | null,
): Promise<Feast['names']> {
  const wanted = feastOf(subject)
  const names = content?.names ?? (wanted && (await findFeast(tx, wanted)))?.names
  const year = wanted?.year ?? ''
  return names
    ? { km: `${names.km} ${year}`, en: `${names.en} ${year}` }
    : { km: `${year}`, en: `${year}` }
}
