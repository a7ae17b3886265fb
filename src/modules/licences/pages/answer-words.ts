import type { Day } from '../../../kernel/days.ts'
import type { Message, Reader } from '../../../kernel/reader.ts'
import type { IconName, Tone } from '../../../ui/index.ts'
import type { AgencyNames } from '../../agencies/index.ts'
import type { Destination } from '../../places/index.ts'
import type { Answer } from '../rules/answer.ts'

export type Look = { readonly tone: Tone; readonly icon: IconName }

/** The icon and colour of each answer; its words come with it, never one without the others. */
export const answerLooks: Readonly<Record<Answer['kind'], Look>> = {
  licensed: { tone: 'allowed', icon: 'circle-check' },
  'other-countries': { tone: 'attention', icon: 'triangle-alert' },
  'not-begun': { tone: 'attention', icon: 'calendar-clock' },
  suspended: { tone: 'attention', icon: 'circle-pause' },
  expired: { tone: 'danger', icon: 'circle-x' },
  surrendered: { tone: 'danger', icon: 'circle-x' },
  revoked: { tone: 'danger', icon: 'ban' },
  'never-licensed': { tone: 'danger', icon: 'circle-x' },
  warned: { tone: 'danger', icon: 'megaphone' },
}

export type Told = {
  readonly names: AgencyNames
  readonly answer: Answer
  /** The country asked about; null when none was. */
  readonly destination: string | null
  readonly destinations: readonly Destination[]
  readonly today: Day
}

/** The whole answer in one sentence, in the reader's language. */
export function answerSentence(reader: Reader, told: Told): string {
  const { key, values } = answerMessage(reader, told)
  return reader.t(key, { name: reader.name(told.names), ...values })
}

function answerMessage(reader: Reader, told: Told): Message {
  const { answer, destination, today } = told
  const countries = (codes: readonly string[]) => countriesText(reader, told.destinations, codes)
  switch (answer.kind) {
    case 'licensed': {
      const values = { countries: countries(answer.destinations), day: reader.day(today) }
      return { key: 'licences.answer.licensed', values }
    }
    case 'other-countries':
      return otherCountries(answer.destinations, countries, destination)
    case 'suspended':
      return suspended(reader, answer)
    case 'not-begun':
      return { key: 'licences.answer.not-begun', values: { from: reader.day(answer.from) } }
    case 'warned':
      return { key: 'licences.answer.warned', values: { on: reader.day(answer.warning.on) } }
    case 'never-licensed':
      return { key: 'licences.answer.never-licensed' }
    default:
      return { key: `licences.answer.${answer.kind}`, values: { on: reader.day(answer.on) } }
  }
}

function otherCountries(
  codes: readonly string[],
  countries: (codes: readonly string[]) => string,
  destination: string | null,
): Message {
  if (destination === null || codes.length === 0) return { key: 'licences.answer.no-country' }
  const values = { asked: countries([destination]), countries: countries(codes) }
  return { key: 'licences.answer.other-countries', values }
}

function suspended(reader: Reader, answer: Answer & { kind: 'suspended' }): Message {
  const since = reader.day(answer.since)
  if (answer.condition === null && answer.until !== null)
    return {
      key: 'licences.answer.suspended-until',
      values: { since, until: reader.day(answer.until) },
    }
  const condition = conditionText(reader, answer.condition)
  return { key: 'licences.answer.suspended-condition', values: { since, condition } }
}

/** "until the workers are repaid", or until the ministry decides. */
export const conditionText = (reader: Reader, condition: string | null): string =>
  reader.t(`licences.condition.${condition ?? 'decision'}`)

function countriesText(
  reader: Reader,
  destinations: readonly Destination[],
  codes: readonly string[],
): string {
  const known = destinations.filter(({ code }) => codes.includes(code))
  const names = known.map(({ names }) => reader.name(names))
  return reader.list(names)
}
