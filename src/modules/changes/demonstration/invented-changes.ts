import { addDays, type Day } from '../../../kernel/days.ts'

export type InventedChange = {
  readonly kind: string
  readonly content: unknown
  readonly from: Day
  readonly reason: string
  readonly hoursAgo: number
  /** Proposed by the second administrator, so that the first has something to decide. */
  readonly byTheSecond: boolean
  /** What became of it; null where it still waits. */
  readonly outcome: 'approve' | 'in-force' | 'refuse' | 'withdraw' | null
  /** Why it was refused or withdrawn. */
  readonly answer: string | null
}

const source = 'ឧទាហរណ៍សាកល្បង មិនមែនច្បាប់ពិត (demonstration, no real law)'
const article = { km: 'ឧទាហរណ៍សាកល្បង', en: 'Demonstration example' }
const reason = 'ឧទាហរណ៍សម្រាប់ការសាកល្បង (example for the demonstration)'

const rule = (key: string, value: number) => ({
  ...{ key, basedOn: 1, value, standing: 'reported', article, source, sourceUrl: null },
})

/** Invented, and said to be so wherever it is shown. The holiday is a Sunday: it moves no clock. */
export function inventedChanges(today: Day): InventedChange[] {
  const year = Number(today.slice(0, 4)) + 1
  const given = { reason, byTheSecond: false, outcome: null, answer: null } as const
  return [
    {
      ...{ ...given, kind: 'rule', content: rule('complaint.agency_answer_days', 5) },
      ...{ from: addDays(today, 30), hoursAgo: 96, outcome: 'approve' },
    },
    {
      ...{ ...given, kind: 'rule', content: rule('deposit.topup_days', 30) },
      ...{ from: addDays(today, 14), hoursAgo: 76, byTheSecond: true },
    },
    {
      ...{ ...given, kind: 'holiday', content: newYear(year) },
      ...{ from: addDays(today, 7), hoursAgo: 30 },
    },
    {
      ...{ ...given, kind: 'holiday', content: demonstrationDay(year) },
      ...{ from: addDays(today, -9), hoursAgo: 260, outcome: 'in-force' },
    },
    {
      ...{ ...given, kind: 'wording', content: news },
      ...{ from: addDays(today, 2), hoursAgo: 50, outcome: 'refuse' },
      answer: 'សារវែងពេក (the message is too long)',
    },
    {
      ...{ ...given, kind: 'wording', content: { ...news, en: `${news.en} Thank you.` } },
      ...{ from: addDays(today, 2), hoursAgo: 60, outcome: 'withdraw' },
      answer: 'សរសេរខុស (a slip of the pen)',
    },
  ]
}

const newYear = (year: number) => ({
  ...{ year, code: 'khmer_new_year', was: [], standing: 'assumed', source },
  names: { km: 'ពិធីបុណ្យចូលឆ្នាំថ្មី ប្រពៃណីជាតិ', en: 'Khmer New Year' },
  days: [`${year}-04-14`, `${year}-04-15`, `${year}-04-16`],
})

const demonstrationDay = (year: number) => ({
  ...{ year, code: 'demonstration_day', was: [], standing: 'assumed', source },
  names: { km: 'ថ្ងៃសាកល្បង (មិនមែនថ្ងៃឈប់ពិត)', en: 'Demonstration Day (not a real holiday)' },
  days: [firstSundayOfDecember(year)],
})

function firstSundayOfDecember(year: number): Day {
  const first = new Date(Date.UTC(year, 11, 1))
  return addDays(`${year}-12-01` as Day, (7 - first.getUTCDay()) % 7)
}

const news = {
  key: 'wording.messages.news',
  basedOn: 0,
  km: 'ករណី {number} របស់អ្នក មានព័ត៌មានថ្មី។ សូមអានទំព័រនេះ៖ {link}',
  en: 'There is something new in your case {number}. Please read this page: {link}',
}
