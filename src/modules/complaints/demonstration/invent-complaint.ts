import { type Currency, minorDigits } from '../../../kernel/money.ts'
import type { Random } from '../../../kernel/random.ts'
import type { Category } from '../rules/category.ts'
import type {
  AskedBefore,
  ClaimKind,
  ContactWay,
  Openness,
  Relation,
  RespondentKind,
  SafeTime,
} from '../rules/complaint.ts'
import type { NewClaim, NewComplaint } from '../rules/intake.ts'
import type { Journey } from './journeys.ts'
import { brokerWords, employerWords, storyFor } from './stories.ts'

export type Invention = {
  readonly random: Random
  readonly needs: Journey['needs']
  readonly category: Category
  readonly province: string | null
  readonly receivedAt: Date
  readonly person: InventedPerson
  readonly agency: { readonly id: string; readonly name: string }
}
export type InventedPerson = { readonly name: string; readonly phone: string }

/** A first contact that nobody made, as it would come through the door. */
export function inventComplaint(invention: Invention): NewComplaint {
  const { random, needs, category, province, person } = invention
  const relation = weighted(random, relations)
  const openness = opennessFor(random, needs, category)
  const language = random.chance(4) ? 'en' : 'km'
  const destination = weighted(random, destinations)
  const helper = relation === 'family' || relation === 'representative'
  return {
    relation,
    people: relation === 'group' ? 2 + random.below(34) : 1,
    openness,
    workerName: person.name,
    complainantName: helper ? `${person.name} (អ្នកតំណាង)` : null,
    ...reaching(random, person, category),
    language,
    ...against(random, invention),
    categories: [category.code],
    country: destination?.code ?? null,
    province,
    month: random.chance(6) ? null : monthBefore(invention.receivedAt, 1 + random.below(8)),
    claims: claimsFor(random, category.group, destination?.currency ?? 'USD'),
    ...askedFirst(random),
    story: storyFor(random, {
      group: category.group,
      place: destination?.place ?? 'ប្រទេសផ្សេង',
      language,
    }),
  }
}

const relations: readonly (readonly [Relation, number])[] = [
  ['worker', 72],
  ['family', 16],
  ['representative', 6],
  ['group', 6],
]
const destinations: readonly (readonly [Destination | null, number])[] = [
  [{ code: 'TH', place: 'ថៃ', currency: 'THB' }, 50],
  [{ code: 'MY', place: 'ម៉ាឡេស៊ី', currency: 'MYR' }, 15],
  [{ code: 'JP', place: 'ជប៉ុន', currency: 'JPY' }, 12],
  [{ code: 'KR', place: 'កូរ៉េ', currency: 'KRW' }, 8],
  [{ code: 'SG', place: 'សិង្ហបុរី', currency: 'SGD' }, 6],
  [{ code: 'HK', place: 'ហុងកុង', currency: 'HKD' }, 4],
  [{ code: 'SA', place: 'អារ៉ាប៊ីសាអូឌីត', currency: 'SAR' }, 3],
  [null, 2],
]
type Destination = { readonly code: string; readonly place: string; readonly currency: Currency }

const ways: readonly (readonly [ContactWay, number])[] = [
  ['phone', 60],
  ['message', 22],
  ['through-someone', 10],
  ['none', 8],
]
const times: readonly SafeTime[] = ['morning', 'midday', 'evening', 'night', 'sunday']

/** One of the values, as often as its weight says; weights add up to a hundred. */
function weighted<T>(random: Random, choices: readonly (readonly [T, number])[]): T {
  let left = random.below(100)
  for (const [value, weight] of choices) {
    left -= weight
    if (left < 0) return value
  }
  throw new Error('the weights do not add up to a hundred')
}

function opennessFor(random: Random, needs: Journey['needs'], { sensitive }: Category): Openness {
  if (needs === 'anonymous' || needs === 'confidential') return needs
  return random.chance(sensitive ? 70 : 32) ? 'confidential' : 'named'
}

function reaching(random: Random, { phone }: InventedPerson, { sensitive }: Category) {
  const way = weighted(random, ways)
  const contacts: Readonly<Record<ContactWay, string | null>> = {
    phone,
    message: messageTo(phone),
    'through-someone': `ម្តាយមីងរបស់ខ្ញុំ ${phone}`,
    none: null,
  }
  const first = random.below(times.length)
  return {
    way,
    contact: contacts[way],
    safeTimes: way === 'none' ? [] : times.slice(first, first + 1 + random.below(2)),
    prefersWoman: way !== 'none' && random.chance(sensitive ? 60 : 15),
  }
}

/** To a telephone, a mailbox, or what only an officer can use. */
function messageTo(phone: string): string {
  const last = Number(phone.at(-1))
  if (last < 5) return phone
  return last < 7 ? `worker${phone.slice(-4).trim()}@example.org` : `Telegram ${phone}`
}

/** Some name the agency that the register has; others only know a nickname, or nobody. */
function against(random: Random, { needs, agency }: Invention) {
  if (hasAgency(needs) || (needs === 'known' && random.chance(65)))
    return {
      respondentKind: 'agency' as const,
      agencyId: agency.id,
      respondentWords: agency.name,
    }
  const respondentKind = random.pick<RespondentKind>(['broker', 'broker', 'employer', 'unknown'])
  const said = respondentKind === 'broker' ? brokerWords : employerWords
  const respondentWords = respondentKind === 'unknown' ? null : random.pick(said)
  return { respondentKind, agencyId: null, respondentWords }
}

const hasAgency = (needs: Journey['needs']): boolean =>
  needs === 'agency' || needs === 'confidential'

function askedFirst(random: Random) {
  const asked = random.pick<AskedBefore>([
    'nobody',
    'nobody',
    'agency',
    'agency',
    'authority',
    'other',
  ])
  return {
    askedBefore: asked,
    askedAnswer: asked === 'nobody' ? null : random.pick(['គេឱ្យខ្ញុំចាំ។', 'គេមិនបានឆ្លើយទេ។']),
  }
}

function monthBefore(at: Date, months: number): string {
  const then = new Date(Date.UTC(at.getUTCFullYear(), at.getUTCMonth() - months, 1))
  return then.toISOString().slice(0, 7)
}

const kindsFor: Readonly<Record<string, readonly ClaimKind[]>> = {
  leaving: ['paid', 'sought'],
  money: ['paid', 'sought'],
  brokers: ['paid', 'sought'],
  wages: ['owed', 'sought'],
  health: ['sought'],
  contract: ['owed'],
}

function claimsFor(random: Random, group: string, there: Currency): NewClaim[] {
  return (kindsFor[group] ?? []).map((kind) => {
    const currency = kind === 'paid' ? random.pick(['USD', 'KHR', 'THB'] as const) : there
    const isOpen = random.chance(kind === 'sought' ? 30 : 15)
    return { kind, currency, sum: isOpen ? null : { minor: sumIn(random, currency), currency } }
  })
}

/** About how much of a currency makes a dollar. */
const perDollar: Readonly<Record<Currency, number>> = {
  ...{ USD: 1, KHR: 4_000, THB: 35, MYR: 4, JPY: 150, KRW: 1_300, SGD: 1.3, HKD: 8, SAR: 4 },
}

/** A round sum, as people remember it. */
function sumIn(random: Random, currency: Currency): bigint {
  const dollars = 100 + 50 * random.below(48)
  const step = perDollar[currency] >= 100 ? 1_000 : 10
  const whole = Math.round((dollars * perDollar[currency]) / step) * step
  return BigInt(whole) * 10n ** BigInt(minorDigits[currency])
}
