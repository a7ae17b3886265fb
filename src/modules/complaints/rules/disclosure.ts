import type { Claim, Openness } from './complaint.ts'
import type { CasePerson } from './person.ts'

/** What an agency may be shown beyond category, month and sums. Contact is not among it, ever. */
export const disclosableItems = ['name', 'story', 'recording'] as const
export type DisclosableItem = (typeof disclosableItems)[number]

export type CaseFacts = {
  readonly openness: Openness
  readonly categories: readonly string[]
  readonly happenedMonth: string | null
  readonly claims: readonly Claim[]
  readonly workerName: string | null
  readonly story: string | null
  /** What her recordings say, in an officer's words; nobody else hears a voice. */
  readonly recordings: readonly string[]
  /** Whom else the case concerns; empty for a case of one. */
  readonly persons: readonly DisclosablePerson[]
}
export type DisclosablePerson = Pick<CasePerson, 'position' | 'joins' | 'nameShown' | 'leftAt'> & {
  readonly name: string | null
}
export type Disclosure = {
  readonly categories: readonly string[]
  readonly happenedMonth: string | null
  readonly claims: readonly Claim[]
  readonly workerName: string | null
  readonly story: string | null
  readonly recordings: readonly string[]
  /** How many agreed to be part of it; null where the case was of one from the beginning. */
  readonly personsAgreed: number | null
  /** Of those who agreed that their name is shown, without the first, who has her own consent. */
  readonly personNames: readonly string[]
}

/**
 * What the agency sees of a case. Named: the name too, as she was told before she chose.
 * Everything else only after her consent to that very item.
 */
export function discloseToAgency(
  facts: CaseFacts,
  consents: readonly DisclosableItem[],
): Disclosure {
  const agreed = (item: DisclosableItem): boolean => consents.includes(item)
  const showsName = facts.openness === 'named' || agreed('name')
  return {
    categories: facts.categories,
    happenedMonth: facts.happenedMonth,
    claims: facts.claims,
    workerName: showsName ? facts.workerName : null,
    story: agreed('story') ? facts.story : null,
    recordings: agreed('recording') ? facts.recordings : [],
    ...discloseGroup(facts),
  }
}

/** Whoever was not asked, refused or left is neither named nor counted. */
function discloseGroup({ openness, persons }: CaseFacts) {
  const joined = persons.filter(({ joins, leftAt }) => joins === 'agreed' && leftAt === null)
  if (persons.length < 2 || openness === 'anonymous' || joined.length === 0)
    return { personsAgreed: null, personNames: [] }
  const named = joined.filter(({ position, nameShown }) => position > 1 && nameShown)
  return { personsAgreed: joined.length, personNames: named.flatMap(({ name }) => name ?? []) }
}
