import { type Day, weekday } from '../../kernel/days.ts'
import { type LunarDay, type LunarMonth, lunarDay } from './khmer-lunar.ts'

export const khmerDigits = (text: string | number): string =>
  String(text).replace(/\d/g, (digit) => String.fromCharCode(0x17e0 + Number(digit)))

/** "ថ្ងៃទី២០ ខែវិច្ឆិកា ឆ្នាំ២០២៦", as official letters have it. */
export function khmerSolarDate(day: Day): string {
  const [year = '', month = '', date = ''] = day.split('-')
  const name = solarMonths[Number(month) - 1] ?? ''
  return `ថ្ងៃទី${khmerDigits(date)} ខែ${name} ឆ្នាំ${khmerDigits(year)}`
}

/** The line of the lunar calendar; dots to fill in by hand where the day cannot be told for sure. */
export function khmerLunarDate(day: Day): string {
  const lunar = lunarDay(day)
  if (!lunar) return `ថ្ងៃ${dots} ខែ${dots} ឆ្នាំ${dots} ${dots}ស័ក ព.ស. ${dots}`
  return [
    `ថ្ងៃ${weekdays[weekday(day)]}`,
    `${khmerDigits(lunar.day)}${lunar.moon === 'waxing' ? 'កើត' : 'រោច'}`,
    `ខែ${monthNames[lunar.month]}`,
    `ឆ្នាំ${animals[lunar.animal]} ${stems[lunar.stem]}`,
    `ព.ស. ${khmerDigits(lunar.buddhistYear)}`,
  ].join(' ')
}

/** The year of the Buddhist era beside an English date; null where it cannot be told. */
export const buddhistYear = (day: Day): LunarDay['buddhistYear'] | null =>
  lunarDay(day)?.buddhistYear ?? null

const dots = '..............'
const weekdays = ['អាទិត្យ', 'ចន្ទ', 'អង្គារ', 'ពុធ', 'ព្រហស្បតិ៍', 'សុក្រ', 'សៅរ៍']
const solarMonths = [
  ...['មករា', 'កុម្ភៈ', 'មីនា', 'មេសា', 'ឧសភា', 'មិថុនា'],
  ...['កក្កដា', 'សីហា', 'កញ្ញា', 'តុលា', 'វិច្ឆិកា', 'ធ្នូ'],
]
const monthNames: Readonly<Record<LunarMonth, string>> = {
  migasir: 'មិគសិរ',
  boss: 'បុស្ស',
  meak: 'មាឃ',
  phalkun: 'ផល្គុន',
  cheit: 'ចេត្រ',
  pisakh: 'ពិសាខ',
  jesth: 'ជេស្ឋ',
  asadh: 'អាសាឍ',
  srap: 'ស្រាពណ៍',
  phatrabot: 'ភទ្របទ',
  assuj: 'អស្សុជ',
  kattik: 'កត្តិក',
  'first-asadh': 'បឋមាសាឍ',
  'second-asadh': 'ទុតិយាសាឍ',
}
const animals = [
  ...['ជូត', 'ឆ្លូវ', 'ខាល', 'ថោះ', 'រោង', 'ម្សាញ់'],
  ...['មមី', 'មមែ', 'វក', 'រកា', 'ច', 'កុរ'],
]
const stems = [
  ...['សំរឹទ្ធិស័ក', 'ឯកស័ក', 'ទោស័ក', 'ត្រីស័ក', 'ចត្វាស័ក'],
  ...['បញ្ចស័ក', 'ឆស័ក', 'សប្តស័ក', 'អដ្ឋស័ក', 'នព្វស័ក'],
]
