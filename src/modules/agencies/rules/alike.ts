import type { AgencyPerson, PersonFacts, PersonId } from './facts.ts'

/** Why two records may be one person, the strongest first. */
export const alikeReasons = ['identity', 'phone', 'name-and-birth', 'name'] as const
export type AlikeReason = (typeof alikeReasons)[number]
export type AlikePair = {
  readonly a: PersonId
  readonly b: PersonId
  readonly reasons: readonly AlikeReason[]
}

export const verdicts = ['same', 'other', 'unsure'] as const
export type Verdict = (typeof verdicts)[number]

/** What a person's record is compared by; `sounds` are keys of parts of the name, never words. */
export type Comparable = Pick<PersonFacts, 'identity' | 'phone' | 'birth'> & {
  readonly id: PersonId
  readonly sameAs: PersonId | null
  readonly sounds: readonly string[]
}

/** Pairs of one file that an officer should look at. What was judged one person already is left out. */
export const findAlike = (people: readonly Comparable[]): AlikePair[] =>
  people.flatMap((one, at) =>
    people.slice(at + 1).flatMap((other) => {
      if (one.sameAs === other.id || other.sameAs === one.id) return []
      const reasons = reasonsOf(one, other)
      const [a, b] = one.id < other.id ? [one.id, other.id] : [other.id, one.id]
      return reasons.length > 0 ? [{ a, b, reasons }] : []
    }),
  )

function reasonsOf(one: Comparable, other: Comparable): AlikeReason[] {
  const equal = (a: string | null, b: string | null) => a !== null && a === b
  const sounds = one.sounds.some((sound) => other.sounds.includes(sound))
  const both: Readonly<Record<AlikeReason, boolean>> = {
    identity: equal(one.identity, other.identity),
    phone: equal(one.phone, other.phone),
    'name-and-birth': sounds && equal(one.birth, other.birth),
    name: sounds && !equal(one.birth, other.birth) && !differ(one, other),
  }
  return alikeReasons.filter((reason) => both[reason])
}

/** Two known numbers that differ are two people, however their names sound. */
const differ = (one: Comparable, other: Comparable): boolean =>
  one.identity !== null && other.identity !== null && one.identity !== other.identity

/** Those that are themselves, without those judged to be another record's person. */
export const themselves = (people: readonly AgencyPerson[]): AgencyPerson[] =>
  people.filter(({ sameAs }) => sameAs === null)
