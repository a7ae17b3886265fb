import type { Openness } from './complaint.ts'
import { type DisclosableItem, discloseToAgency } from './disclosure.ts'

/** The things of a case about which somebody may ask: who sees this? */
export const seenItems = [
  'sums',
  'name',
  'story',
  'recording',
  'contact',
  'messages',
  'notes',
] as const
export type SeenItem = (typeof seenItems)[number]
export const onlookers = [
  'complainant',
  'office',
  'office-with-reason',
  'helper',
  'agency',
] as const
export type Onlooker = (typeof onlookers)[number]

export type SeenFacts = {
  readonly openness: Openness
  readonly consents: readonly DisclosableItem[]
  /** An agency that has been, or can be, asked. */
  readonly hasAgency: boolean
  readonly wasHelped: boolean
  /** What nobody gave is seen by nobody. */
  readonly has: Readonly<Record<'name' | 'story' | 'recording' | 'contact', boolean>>
}

/** Who sees what of a case, by the same rule that decides what is shown. */
export function whoSees(facts: SeenFacts): Readonly<Record<SeenItem, readonly Onlooker[]>> {
  const shown = discloseToAgency(probe(facts.openness), facts.consents)
  const agency = (sees: boolean): Onlooker[] => (sees && facts.hasAgency ? ['agency'] : [])
  const helper: Onlooker[] = facts.wasHelped ? ['helper'] : []
  const inside: Onlooker[] = ['complainant', 'office', ...helper]
  const given = (item: keyof SeenFacts['has'], by: readonly Onlooker[]) =>
    facts.has[item] ? by : []
  return {
    sums: [...inside, ...agency(facts.openness !== 'anonymous')],
    name: given('name', [...inside, ...agency(shown.workerName !== null)]),
    story: given('story', [...inside, ...agency(shown.story !== null)]),
    recording: given('recording', [...inside, ...agency(shown.recordings.length > 0)]),
    contact: given('contact', ['office-with-reason']),
    messages: inside,
    notes: ['office'],
  }
}

/** A case that holds everything: what comes through is what the agency may see. */
const probe = (openness: Openness) => ({
  openness,
  categories: [],
  happenedMonth: null,
  claims: [],
  workerName: 'a name',
  story: 'a story',
  recordings: ['a summary'],
})
