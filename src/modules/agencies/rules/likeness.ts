import type { AgencyId } from './agency.ts'
import type { Verdict } from './alike.ts'

/** What two companies may have in common, the strongest first. */
export const likenessKinds = [
  'identity',
  'person-phone',
  'contact',
  'name',
  'name-and-birth',
  'address',
  'place',
  'person-name',
  'similar-name',
] as const
export type LikenessKind = (typeof likenessKinds)[number]

export const strengths = ['strong', 'middle', 'weak'] as const
export type Strength = (typeof strengths)[number]

const strengthBy: Readonly<Record<LikenessKind, Strength>> = {
  identity: 'strong',
  'person-phone': 'strong',
  contact: 'strong',
  name: 'strong',
  'name-and-birth': 'middle',
  address: 'middle',
  place: 'weak',
  'person-name': 'weak',
  'similar-name': 'weak',
}

/** One thing in common: what stands on either side, in words, and why it was found. */
export type Likeness = {
  readonly other: AgencyId
  readonly kind: LikenessKind
  readonly mine: string
  readonly theirs: string
}
export type LinkJudgement = {
  readonly other: AgencyId
  readonly kind: LikenessKind
  readonly verdict: Verdict
  readonly reason: string
  readonly by: string
  readonly at: Date
}

/** The way from one company to another, by all that they have in common of one kind. */
export type Path = {
  readonly other: AgencyId
  readonly kind: LikenessKind
  readonly strength: Strength
  readonly facts: readonly { readonly mine: string; readonly theirs: string }[]
  /** The last word of an officer; null where nobody has judged it. */
  readonly judged: LinkJudgement | null
}

/** Each pair of companies once for each kind, the strongest first; at most so many. */
export function pathsOf(
  found: readonly Likeness[],
  judgements: readonly LinkJudgement[],
  most: number,
): Path[] {
  const paths = new Map<string, Path>()
  for (const { other, kind, mine, theirs } of found) {
    const key = `${other} ${kind}`
    const known = paths.get(key)
    const fact = { mine, theirs }
    if (known?.facts.some((one) => one.mine === mine && one.theirs === theirs)) continue
    paths.set(key, {
      ...{ other, kind, strength: strengthBy[kind] },
      facts: [...(known?.facts ?? []), fact],
      judged: judgements.find((one) => one.other === other && one.kind === kind) ?? null,
    })
  }
  return [...paths.values()]
    .sort((a, b) => likenessKinds.indexOf(a.kind) - likenessKinds.indexOf(b.kind))
    .slice(0, most)
}
