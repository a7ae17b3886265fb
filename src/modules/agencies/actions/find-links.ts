import type { Actor } from '../../../kernel/actor.ts'
import { isUuid } from '../../../kernel/ids.ts'
import { ok, type Result, refuse } from '../../../kernel/result.ts'
import type { Tx } from '../../../platform/db.ts'
import { recordEvent } from '../../../platform/events/record-event.ts'
import { searchKey } from '../../../platform/text/index.ts'
import { openPersonKeys } from '../../../platform/vault/person-keys.ts'
import type { Vault } from '../../../platform/vault/vault.ts'
import type { Agency, AgencyId } from '../rules/agency.ts'
import type { Verdict } from '../rules/alike.ts'
import type { AgencyPerson } from '../rules/facts.ts'
import { type Likeness, type LikenessKind, type Path, pathsOf } from '../rules/likeness.ts'
import { distinctive, soundAlike, soundOf } from '../rules/resemblance.ts'
import {
  type FoundLikeness,
  findLikenesses,
  keepLinkJudgement,
  listLinkJudgements,
  listPersonsById,
} from '../store/likenesses.ts'
import { listAgencies } from '../store/read-agency.ts'
import { openPerson } from './sealed-person.ts'

/** More would tell an officer nothing: the strongest come first. */
const mostPaths = 60

export type AgencyLinks = {
  readonly agency: Agency
  readonly others: ReadonlyMap<AgencyId, Agency>
  readonly paths: readonly Path[]
}

/** Who is really behind it: what one company has in common with others, and what was judged of it. */
export async function findLinks(
  tx: Tx,
  { agencyId, vault }: { readonly agencyId: string; readonly vault: Vault },
): Promise<AgencyLinks | null> {
  if (!isUuid(agencyId)) return null
  const [[agency], found, judgements] = await Promise.all([
    listAgencies(tx, [agencyId as AgencyId]),
    findLikenesses(tx, agencyId),
    listLinkJudgements(tx, agencyId),
  ])
  if (!agency) return null
  const shown = strongest(found)
  const people = await openPeople(tx, vault, shown)
  const paths = pathsOf(
    shown.map((one) => inWords(one, people)).filter((one) => one !== null),
    judgements,
    mostPaths,
  )
  const others = await listAgencies(tx, [...new Set(paths.map(({ other }) => other))])
  return { agency, paths, others: new Map(others.map((one) => [one.id, one])) }
}

/** Of names that sound alike only so many: each costs a key to open. */
const mostNames = 30

function strongest(found: readonly FoundLikeness[]): FoundLikeness[] {
  const names = found.filter(({ kind }) => kind === 'person-name').slice(0, mostNames)
  return [...found.filter(({ kind }) => kind !== 'person-name'), ...names]
}

const byPerson: readonly LikenessKind[] = ['identity', 'person-phone', 'person-name']

async function openPeople(
  tx: Tx,
  vault: Vault,
  found: readonly FoundLikeness[],
): Promise<ReadonlyMap<string, AgencyPerson>> {
  const ids = found
    .filter(({ kind }) => byPerson.includes(kind))
    .flatMap(({ mine, theirs }) => [mine, theirs ?? ''])
    .filter(isUuid)
  const rows = await listPersonsById(tx, [...new Set(ids)])
  const keys = await openPersonKeys(tx, vault, [...new Set(rows.map(({ keyId }) => keyId))])
  return new Map(
    rows.flatMap((row) => {
      const person = openPerson(vault, row, keys.get(row.keyId))
      return person ? [[row.id as string, person]] : []
    }),
  )
}

/** Names that sound alike are stronger where the day of birth is the same, and none where it is not. */
function inWords(found: FoundLikeness, people: ReadonlyMap<string, AgencyPerson>): Likeness | null {
  const { other, kind } = found
  if (kind === 'similar-name' && !sounds(found)) return null
  if (!byPerson.includes(kind))
    return { other, kind, mine: found.myText ?? '', theirs: found.theirText ?? '' }
  const [mine, theirs] = [people.get(found.mine), people.get(found.theirs ?? '')]
  if (!mine || !theirs) return null
  const words = { other, mine: nameOf(mine), theirs: nameOf(theirs) }
  if (kind !== 'person-name') return { ...words, kind }
  if (mine.birth === null || theirs.birth === null) return { ...words, kind }
  return mine.birth === theirs.birth ? { ...words, kind: 'name-and-birth' } : null
}

/** Of two names as they sound, without what many names share. */
function sounds({ myText, theirText }: FoundLikeness): boolean {
  const [mine, theirs] = [myText, theirText].map((text) => searchKey(distinctive(text ?? '')))
  if (!mine || !theirs) return false
  return mine === theirs || soundAlike(soundOf(mine), soundOf(theirs))
}

const nameOf = ({ names }: AgencyPerson): string =>
  [names.km, names.en].filter((name) => name !== null).join(' · ')

type Judge = {
  readonly agencyId: string
  readonly other: string
  readonly kind: LikenessKind
  readonly verdict: Verdict
  readonly reason: string
  readonly now: Date
}

/** An officer says what a likeness is worth. It refuses nobody anything. */
export async function judgeLink(
  tx: Tx,
  actor: Actor,
  { agencyId, other, kind, verdict, reason, now }: Judge,
): Promise<Result<null, 'not-found'>> {
  if (!isUuid(agencyId) || !isUuid(other) || agencyId === other) return refuse('not-found')
  const known = await listAgencies(tx, [agencyId, other] as AgencyId[])
  if (known.length !== 2) return refuse('not-found')
  await keepLinkJudgement(tx, agencyId, {
    ...{ other: other as AgencyId, kind, verdict, reason, by: actor.id, at: now },
  })
  await recordEvent(tx, actor, {
    ...{ recordType: 'agency', recordId: agencyId, type: 'agency.link-judged', at: now },
    ...{ data: { other, kind, verdict }, agencyId, visibleTo: ['officer'] },
  })
  return ok(null)
}
