import type { Claim, Openness } from './complaint.ts'

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
}
export type Disclosure = {
  readonly categories: readonly string[]
  readonly happenedMonth: string | null
  readonly claims: readonly Claim[]
  readonly workerName: string | null
  readonly story: string | null
  readonly recordings: readonly string[]
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
  }
}
