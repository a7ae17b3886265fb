import { type Day, startOfDay } from '../../kernel/days.ts'
import { minorDigits, moneyText } from '../../kernel/money.ts'
import type { Lang, Reader } from '../../kernel/reader.ts'
import { formatter, type Messages } from './messages.ts'

const locale: Readonly<Record<Lang, string>> = { km: 'km-KH', en: 'en-GB' }
const zone = 'Asia/Phnom_Penh'

/** One reader per language, made once: formatters are costly to build. */
export function makeReaders(messages: Messages): Readonly<Record<Lang, Reader>> {
  return { km: makeReader('km', messages), en: makeReader('en', messages) }
}

function makeReader(lang: Lang, messages: Messages): Reader {
  const days = new Intl.DateTimeFormat(locale[lang], { dateStyle: 'long', timeZone: zone })
  const instants = new Intl.DateTimeFormat(locale[lang], {
    dateStyle: 'long',
    timeStyle: 'short',
    hourCycle: 'h23',
    timeZone: zone,
  })
  // Latin digits group with commas in both languages, as Cambodian bank papers do.
  const numbers = new Intl.NumberFormat('en')
  const lists = new Intl.ListFormat(lang, { type: 'conjunction' })
  const decimals = new Intl.NumberFormat('en', { minimumFractionDigits: 2 })
  return {
    lang,
    t: formatter(lang, messages[lang]),
    name: ({ km, en }) => (lang === 'km' ? (km ?? en) : (en ?? km)) ?? '',
    day: keptByDay((day) => days.format(startOfDay(day))),
    instant: (at) => instants.format(at),
    number: (value) => numbers.format(value),
    // Between two words the Khmer pattern ends its "and" with a space that nobody sees.
    list: (words) => lists.format(words).replace('\u200b', ' '),
    money: (money) => {
      const text = moneyText(money) as Intl.StringNumericLiteral
      const shown = minorDigits[money.currency] === 2 && !text.endsWith('.00') ? decimals : numbers
      return `${shown.format(text)} ${money.currency}`
    },
    link: (path) => (lang === 'km' ? path : path === '/' ? '/en' : `/en${path}`),
  }
}

const mostDays = 5_000

/** A page shows the same few days again and again, and the formatter is slow. */
function keptByDay(format: (day: Day) => string): (day: Day) => string {
  const kept = new Map<Day, string>()
  return (day) => {
    const known = kept.get(day)
    if (known !== undefined) return known
    if (kept.size >= mostDays) kept.clear()
    const text = format(day)
    kept.set(day, text)
    return text
  }
}

/** Splits the language off an address: `/en/agencies` is English, `/agencies` is Khmer. */
export function splitLanguage(url: string): { lang: Lang; url: string } {
  const match = /^\/en(?=\/|\?|$)(.*)$/s.exec(url)
  if (!match) return { lang: 'km', url }
  const rest = match[1] ?? ''
  return { lang: 'en', url: rest.startsWith('/') ? rest : `/${rest}` }
}
