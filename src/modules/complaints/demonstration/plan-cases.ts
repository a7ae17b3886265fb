import { type Random, seeded } from '../../../kernel/random.ts'
import type { Category } from '../rules/category.ts'
import type { NewComplaint } from '../rules/intake.ts'
import { type InventedPerson, inventComplaint } from './invent-complaint.ts'
import { type Journey, journeys } from './journeys.ts'
import { type Timing, type TimingFacts, timeJourney } from './time-journey.ts'

export type PlannedCase = Timing & {
  readonly complaint: NewComplaint
  readonly door: 'web' | 'assisted' | 'paper' | 'api'
  /** Chooses among the words and, for cases of the whole country, the officer. */
  readonly number: number
}
export type PlanFacts = Omit<TimingFacts, 'random'> & {
  readonly seed: number
  readonly categories: readonly Category[]
  readonly provinces: readonly string[]
  /** Those with a clerk in the demonstration first. */
  readonly agencies: readonly { readonly id: string; readonly name: string }[]
  readonly personName: (number: number) => string
}

/** Every case of the demonstration in the order of receipt. The same seed, the same cases. */
export function planCases(facts: PlanFacts): PlannedCase[] {
  const random = seeded(facts.seed)
  const all = journeys.flatMap((journey) => Array.from({ length: journey.count }, () => journey))
  return all
    .map((journey, number) => planCase(journey, number, { ...facts, random }))
    .sort((a, b) => a.receivedAt.getTime() - b.receivedAt.getTime())
}

function planCase(
  journey: Journey,
  number: number,
  facts: PlanFacts & { readonly random: Random },
): PlannedCase {
  const { random, categories } = facts
  const timing = timeJourney(journey, facts)
  const category = categories[number % categories.length]
  if (!category) throw new Error('no kinds of complaint are loaded')
  const complaint = inventComplaint({
    ...{ random, needs: journey.needs, category, receivedAt: timing.receivedAt },
    province: provinceFor(facts),
    person: personFor(facts, number),
    agency: agencyFor(facts),
  })
  return { ...timing, complaint, door: doorFor(random, journey), number }
}

function doorFor(random: Random, { needs }: Journey): PlannedCase['door'] {
  const luck = random.below(100)
  if (needs === 'anonymous' || luck < 70) return 'web'
  if (luck < 86) return 'assisted'
  return luck < 96 ? 'paper' : 'api'
}

/** Where the two provincial officers of the demonstration work, more than elsewhere. */
function provinceFor({ random, provinces }: PlanFacts & { readonly random: Random }) {
  const luck = random.below(100)
  if (luck < 12) return '01'
  if (luck < 21) return '02'
  return luck < 28 ? null : random.pick(provinces)
}

/** Now and then somebody comes again. */
function personFor(
  { random, personName }: PlanFacts & { readonly random: Random },
  number: number,
): InventedPerson {
  const person = number > 40 && random.chance(5) ? random.below(40) : number
  return { name: personName(person), phone: fictitiousPhone(person) }
}

/** No subscriber's number begins with a zero. */
const fictitiousPhone = (person: number): string => {
  const digits = String(1000 + person * 7)
  return `010 00${digits.slice(0, 1)} ${digits.slice(1)}`
}

function agencyFor({ random, agencies }: PlanFacts & { readonly random: Random }) {
  const luck = random.below(100)
  const [first, second] = agencies
  if (first && luck < 20) return first
  return second && luck < 34 ? second : random.pick(agencies)
}
