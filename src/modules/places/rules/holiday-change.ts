import { z } from 'zod'
import { type Day, isDay } from '../../../kernel/days.ts'
import { ok, type Result, refuse } from '../../../kernel/result.ts'

const day = z
  .string()
  .refine(isDay)
  .transform((text) => text as Day)

/** The days of one feast in one year, as they are proposed; none: no holiday in this year. */
export const holidayContent = z.object({
  year: z.int(),
  code: z.string().regex(/^[a-z_]+$/),
  names: z.object({ km: z.string(), en: z.string() }),
  days: z.array(day).readonly(),
  /** The days when it was proposed: others mean that somebody was quicker. */
  was: z.array(day).readonly(),
  standing: z.enum(['verified', 'reported', 'assumed']),
  source: z.string(),
})
export type HolidayContent = z.output<typeof holidayContent>

export type HolidayRefusal =
  | 'changed-meanwhile'
  | 'day-of-another-year'
  | 'no-such-holiday'
  | 'nothing-changes'

/** What is known of the feast in that year; null where there is no such feast. */
export type KnownFeast = {
  readonly days: readonly Day[]
  readonly standing: string
  readonly source: string
} | null

export function checkHoliday(
  known: KnownFeast,
  content: HolidayContent,
): Result<null, HolidayRefusal> {
  if (!known && content.days.length === 0) return refuse('no-such-holiday')
  if (!sameDays(known?.days ?? [], content.was)) return refuse('changed-meanwhile')
  if (content.days.some((each) => Number(each.slice(0, 4)) !== content.year))
    return refuse('day-of-another-year')
  const isSame =
    known !== null &&
    sameDays(known.days, content.days) &&
    known.standing === content.standing &&
    known.source === content.source
  return isSame ? refuse('nothing-changes') : ok(null)
}

const sameDays = (a: readonly Day[], b: readonly Day[]): boolean =>
  [...a].sort().join() === [...b].sort().join()

export const holidaySubject = ({ year, code }: Pick<HolidayContent, 'year' | 'code'>): string =>
  `${year}/${code}`

/** From the days that stop or begin to count: whatever runs across them is counted again. */
export function touchedDays({ days, was }: HolidayContent): { first: Day; last: Day } | null {
  const touched = [
    ...days.filter((each) => !was.includes(each)),
    ...was.filter((each) => !days.includes(each)),
  ].sort()
  const [first] = touched
  const last = touched.at(-1)
  return first && last ? { first, last } : null
}
