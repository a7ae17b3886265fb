import type { Complaint, Openness } from './complaint.ts'
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
  'body',
  'outside',
  'track-heads',
  'track',
  'let-in',
  'these-with-reason',
  'helper',
  'agency',
] as const
export type Onlooker = (typeof onlookers)[number]

/** How few inside see it: all of its area, only the body it went to, or only the protected track. */
export type Hidden = Pick<Complaint, 'isProtected' | 'aboutOffice' | 'outsideBody' | 'ownerId'>

export type SeenFacts = {
  readonly hidden: Hidden
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
  const { isProtected } = facts.hidden
  const office = insiders(facts.hidden)
  // A protected case is out of sight of the agency and of whoever helped to write it down.
  const agency = (sees: boolean): Onlooker[] =>
    sees && facts.hasAgency && !isProtected ? ['agency'] : []
  const helper: Onlooker[] = facts.wasHelped && !isProtected ? ['helper'] : []
  const inside: Onlooker[] = ['complainant', ...office, ...helper]
  const given = (item: keyof SeenFacts['has'], by: readonly Onlooker[]) =>
    facts.has[item] ? by : []
  return {
    sums: [...inside, ...agency(facts.openness !== 'anonymous')],
    name: given('name', [...inside, ...agency(shown.workerName !== null)]),
    story: given('story', [...inside, ...agency(shown.story !== null)]),
    recording: given('recording', [...inside, ...agency(shown.recordings.length > 0)]),
    contact: given('contact', reasoned(office)),
    messages: inside,
    notes: office,
  }
}

/** As the row itself is hidden: `opens_hidden_case` in the database. */
function insiders({ isProtected, aboutOffice, outsideBody, ownerId }: Hidden): Onlooker[] {
  if (isProtected) return [ownerId === null ? 'track-heads' : 'track', 'let-in']
  if (outsideBody !== null) return ['outside']
  return aboutOffice ? ['body', 'let-in'] : ['office']
}

/** Nobody reads how to reach her without saying why. */
function reasoned(inside: readonly Onlooker[]): Onlooker[] {
  if (inside.includes('outside')) return []
  return [inside.includes('office') ? 'office-with-reason' : 'these-with-reason']
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
  persons: [],
})
