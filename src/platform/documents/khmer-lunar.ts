import { addDays, type Day, daysBetween } from '../../kernel/days.ts'

/** A day of the Khmer lunar calendar (Chhankitek). */
export type LunarDay = {
  /** 1 to 15, of the waxing or the waning moon. */
  readonly day: number
  readonly moon: 'waxing' | 'waning'
  readonly month: LunarMonth
  /** Changes on the day after Visak Bochea. */
  readonly buddhistYear: number
  /** Both change with the New Year in April. */
  readonly animal: number
  readonly stem: number
}

/** In the order of the year; a leap year has two months of Asadh in the place of one. */
export const lunarMonths = [
  'migasir',
  'boss',
  'meak',
  'phalkun',
  'cheit',
  'pisakh',
  'jesth',
  'asadh',
  'srap',
  'phatrabot',
  'assuj',
  'kattik',
  'first-asadh',
  'second-asadh',
] as const
export type LunarMonth = (typeof lunarMonths)[number]

/**
 * The lunar day, or null where this calculation does not decide: in the days of the New Year, whose
 * hour it does not know, and outside the years that its tests reach.
 */
export function lunarDay(day: Day): LunarDay | null {
  if (day < '2011-01-01' || day > '2035-12-31' || isAroundNewYear(day)) return null
  const { month, index } = placeOf(day)
  const year = Number(day.slice(0, 4))
  const solarYear = day.slice(5) > '04-15' ? year : year - 1
  return {
    day: (index % 15) + 1,
    moon: index < 15 ? 'waxing' : 'waning',
    month,
    buddhistYear: day > visakBochea(year) ? year + 544 : year + 543,
    animal: (solarYear - 4) % 12,
    stem: (solarYear - 638) % 10,
  }
}

/** The full moon of Pisakh. */
export function visakBochea(year: number): Day {
  const first = `${year}-04-10` as Day
  for (let after = 0; after < 60; after += 1) {
    const day = addDays(first, after)
    const { month, index } = placeOf(day)
    if (month === 'pisakh' && index === 14) return day
  }
  throw new Error(`no full moon of Pisakh in ${year}`)
}

const isAroundNewYear = (day: Day): boolean => day.slice(5) >= '04-12' && day.slice(5) <= '04-18'

/** The first of the waxing moon of Boss fell on this day. */
const epoch = '1900-01-01' as Day

/** Month by month from the epoch; years are counted from one Boss to the next. */
function placeOf(day: Day): { month: LunarMonth; index: number } {
  let left = daysBetween(epoch, day)
  let year = 1900
  for (let length = daysFromBoss(year); left >= length; length = daysFromBoss(year)) {
    left -= length
    year += 1
  }
  for (const month of monthsFromBoss(year)) {
    const length = daysOf(month, year)
    if (left < length) return { month, index: left }
    left -= length
  }
  throw new Error(`${day} has no place in its lunar year`)
}

const commonMonths = lunarMonths.slice(1, 12)
const leapMonths = commonMonths.flatMap((month): LunarMonth[] =>
  month === 'asadh' ? ['first-asadh', 'second-asadh'] : [month],
)
const monthsFromBoss = (year: number): readonly LunarMonth[] => [
  ...(leapOf(year) === 'month' ? leapMonths : commonMonths),
  'migasir',
]

const daysFromBoss = (year: number): number =>
  monthsFromBoss(year).reduce((sum, month) => sum + daysOf(month, year), 0)

function daysOf(month: LunarMonth, year: number): number {
  if (month === 'jesth') return leapOf(year) === 'day' ? 30 : 29
  const place = lunarMonths.indexOf(month)
  return place >= 12 || place % 2 === 1 ? 30 : 29
}

type Leap = 'none' | 'month' | 'day'
const known = new Map<number, Leap>()

/** A year that would have both keeps the month, and leaves the day to the next. */
function leapOf(year: number): Leap {
  const kept = known.get(year)
  if (kept) return kept
  const era = year + 544
  const leap = hasLeapMonth(era)
    ? 'month'
    : hasLeapDay(era) || (hasLeapMonth(era - 1) && hasLeapDay(era - 1))
      ? 'day'
      : 'none'
  known.set(year, leap)
  return leap
}

/** Days since the era began, counted in 800ths (harkun), as the almanac does. */
const countOf = (era: number): number => Math.floor((era * 292_207 + 499) / 800) + 4
const isSolarLeap = (era: number): boolean => 800 - ((era * 292_207 + 499) % 800) <= 207
const avoman = (era: number): number => (11 * countOf(era) + 25) % 692
const bodithey = (era: number): number =>
  (Math.floor((11 * countOf(era) + 25) / 692) + countOf(era) + 29) % 30

function hasLeapMonth(era: number): boolean {
  const here = bodithey(era)
  const next = bodithey(era + 1)
  if (here === 25 && next === 5) return false
  if (here === 24 && next === 6) return true
  return here >= 25 || here <= 5
}

function hasLeapDay(era: number): boolean {
  const here = avoman(era)
  if (isSolarLeap(era)) return here <= 126
  return here <= 137 && avoman(era + 1) !== 0
}
