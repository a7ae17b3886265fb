import type { Tx } from '../../../platform/db.ts'
import type { AgencyId } from '../rules/agency.ts'
import type { LikenessKind, LinkJudgement } from '../rules/likeness.ts'
import type { SealedPerson } from './persons.ts'

export type FoundLikeness = {
  readonly other: AgencyId
  readonly kind: Exclude<LikenessKind, 'name-and-birth'>
  readonly mine: string
  readonly theirs: string | null
  readonly myText: string | null
  readonly theirText: string | null
}

/** What one company has in common with others, in one question. */
export const findLikenesses = (tx: Tx, agencyId: string): Promise<FoundLikeness[]> => tx<
  FoundLikeness[]
>`
  select other_id as other, kind, mine, theirs, my_text as "myText", their_text as "theirText"
  from agency_likenesses(${agencyId})`

export const listPersonsById = (tx: Tx, ids: readonly string[]): Promise<SealedPerson[]> => tx<
  SealedPerson[]
>`
  select id, agency_id as "agencyId", key_id as "keyId", names_sealed as "namesSealed",
    facts_sealed as "factsSealed", nationality, identity_index as "identityIndex",
    phone_index as "phoneIndex", sounds, same_as as "sameAs", added_at as "addedAt"
  from agency_person where id = any (${[...ids]}::uuid[])`

/** Of either company about the other, the last word first. */
export const listLinkJudgements = (tx: Tx, agencyId: string): Promise<LinkJudgement[]> => tx<
  LinkJudgement[]
>`
  select case when agency_id = ${agencyId} then other_id else agency_id end as other, kind, verdict,
    reason, judged_by as by, judged_at as at
  from agency_link_judgement where agency_id = ${agencyId} or other_id = ${agencyId}
  order by id desc limit 500`

export async function keepLinkJudgement(
  tx: Tx,
  agencyId: string,
  one: LinkJudgement,
): Promise<void> {
  await tx`
    insert into agency_link_judgement (agency_id, other_id, kind, verdict, reason, judged_by,
      judged_at)
    values (${agencyId}, ${one.other}, ${one.kind}, ${one.verdict}, ${one.reason}, ${one.by},
      ${one.at})`
}
