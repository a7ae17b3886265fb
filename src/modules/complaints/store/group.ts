import type { Tx } from '../../../platform/db.ts'
import type { PersonKeyId } from '../../../platform/vault/person-keys.ts'
import type {
  CaseClaim,
  CasePartyId,
  CasePerson,
  CasePersonId,
  ClaimState,
  Joining,
  NameKind,
  PartyKind,
  PartyRole,
  Situation,
  StatementField,
  StatementSource,
} from '../rules/person.ts'

export type PersonFilters = {
  readonly situation: Situation | null
  readonly joins: Joining | null
  readonly left: boolean
}

type ListedClaim = Pick<
  CaseClaim,
  'id' | 'kind' | 'direction' | 'currency' | 'share' | 'shareOf' | 'state'
> & { /** As text: JSON would take a long sum for a fraction. */ readonly minor: string | null }

/** A person of the page of a group: her claims and who speaks for her come with her row. */
export type ListedPerson = Omit<CasePerson, 'complaintId'> & {
  readonly keyId: PersonKeyId
  readonly nameSealed: Uint8Array | null
  readonly hasContact: boolean
  readonly claims: readonly ListedClaim[]
  readonly speakerKeyId: PersonKeyId | null
  readonly speakerSealed: Uint8Array | null
}

/** One page, by place in the case: the last page costs what the first does. */
export const listGroup = (
  tx: Tx,
  complaintId: string,
  page: { filters: PersonFilters; after: number; limit: number },
): Promise<ListedPerson[]> => {
  const { situation, joins, left } = page.filters
  return tx<ListedPerson[]>`
    with listed as materialized (
      select p.id, p.position, p.sex, p.minor, p.situation, p.joins, p.name_shown,
        p.receipt_number, p.joined_at, p.left_at, p.left_why, p.version, p.key_id, p.name_sealed,
        p.contact_sealed
      from case_person p
      where complaint_id = ${complaintId} and position > ${page.after}
        and (left_at is not null) = ${left}
        and (${situation}::text is null or situation = ${situation})
        and (${joins}::text is null or joins = ${joins})
      order by position limit ${page.limit})
    select p.id, p.position, p.sex, p.minor, p.situation, p.joins, p.name_shown as "nameShown",
      p.receipt_number as "receiptNumber", p.joined_at as "joinedAt", p.left_at as "leftAt",
      p.left_why as "leftWhy", p.version, p.key_id as "keyId", p.name_sealed as "nameSealed",
      p.contact_sealed is not null as "hasContact", coalesce(k.claims, '[]') as claims,
      r.key_id as "speakerKeyId", r.name_sealed as "speakerSealed"
    from listed p
    left join (
      select c.person_id, json_agg(json_build_object('id', c.id, 'kind', c.kind, 'direction',
        c.direction, 'minor', c.minor::text, 'currency', c.currency, 'share', c.share, 'shareOf',
        c.share_of, 'state', c.state) order by c.id) as claims
      from case_claim c where c.person_id in (select id from listed) group by c.person_id
    ) k on k.person_id = p.id
    left join case_representative r on r.person_id = p.id and r.until is null
    order by p.position`
}

export type GroupCounts = {
  readonly all: number
  readonly left: number
  readonly agreed: number
  readonly notAsked: number
  readonly refused: number
  readonly notReached: number
  readonly away: number
}

export async function countGroup(tx: Tx, complaintId: string): Promise<GroupCounts> {
  const [row] = await tx<GroupCounts[]>`
    select count(*)::int as all, (count(*) filter (where left_at is not null))::int as left,
      (count(*) filter (where left_at is null and joins = 'agreed'))::int as agreed,
      (count(*) filter (where left_at is null and joins = 'not-asked'))::int as "notAsked",
      (count(*) filter (where left_at is null and joins = 'refused'))::int as refused,
      (count(*) filter (where left_at is null and joins = 'not-reached'))::int as "notReached",
      (count(*) filter (where left_at is null
        and situation in ('abroad', 'missing', 'detained')))::int as away
    from case_person where complaint_id = ${complaintId}`
  if (!row) throw new Error('a count gave no row')
  return row
}

export type SealedParty = {
  readonly id: CasePartyId
  readonly role: PartyRole
  readonly kind: PartyKind
  readonly agencyId: string | null
  readonly nameIs: NameKind
  readonly keyId: PersonKeyId
  readonly nameSealed: Uint8Array | null
  readonly addedAt: Date
  readonly endedAt: Date | null
}
export const listSealedParties = (tx: Tx, complaintId: string): Promise<SealedParty[]> =>
  tx<SealedParty[]>`
    select id, role, kind, agency_id as "agencyId", name_is as "nameIs", key_id as "keyId", name_sealed as "nameSealed",
      added_at as "addedAt", ended_at as "endedAt"
    from case_party where complaint_id = ${complaintId} order by ended_at nulls first, id`

export type SealedStatement = {
  readonly id: string
  readonly personId: CasePersonId | null
  readonly field: StatementField
  readonly keyId: PersonKeyId
  readonly valueSealed: Uint8Array
  readonly source: StatementSource
  readonly saidOn: string | null
  readonly recordedAt: Date
}
/** Of the case as a whole, or of one of its persons; field by field, as they came. */
export const listSealedStatements = (
  tx: Tx,
  complaintId: string,
  personId: string | null,
): Promise<SealedStatement[]> =>
  tx<SealedStatement[]>`
    select id, person_id as "personId", field, key_id as "keyId", value_sealed as "valueSealed",
      source, said_on as "saidOn", recorded_at as "recordedAt"
    from case_statement
    where complaint_id = ${complaintId} and person_id is not distinct from ${personId}::uuid
    order by field, recorded_at, id`

export type SealedSpeaker = {
  readonly personId: CasePersonId | null
  readonly relation: string
  readonly keyId: PersonKeyId
  readonly nameSealed: Uint8Array
  readonly since: Date
  readonly until: Date | null
}
/** Who speaks, or has spoken, for the whole group, the present one first. */
export const listSealedSpeakers = (
  tx: Tx,
  complaintId: string,
  personId: string | null,
): Promise<SealedSpeaker[]> =>
  tx<SealedSpeaker[]>`
    select person_id as "personId", relation, key_id as "keyId", name_sealed as "nameSealed", since,
      until
    from case_representative
    where complaint_id = ${complaintId} and person_id is not distinct from ${personId}::uuid
    order by until desc nulls first, since desc`

export type SealedClaim = CaseClaim & {
  readonly keyId: PersonKeyId
  readonly basisSealed: Uint8Array | null
  readonly creditorSealed: Uint8Array | null
}
export const listSealedClaims = (tx: Tx, personId: string): Promise<SealedClaim[]> =>
  tx<SealedClaim[]>`
    select id, person_id as "personId", kind, direction, minor, currency, share,
      share_of as "shareOf", state, interest, arose_on as "aroseOn", version, key_id as "keyId",
      basis_sealed as "basisSealed", creditor_sealed as "creditorSealed"
    from case_claim where person_id = ${personId} order by direction desc, id`

/** Claims of these persons, or against them, without their words; in one question. */
export const listCaseClaims = (tx: Tx, personIds: readonly string[]): Promise<CaseClaim[]> =>
  tx<CaseClaim[]>`
    select id, person_id as "personId", kind, direction, minor, currency, share,
      share_of as "shareOf", state, interest, arose_on as "aroseOn", version
    from case_claim where person_id = any (${[...personIds]}::uuid[]) order by person_id, id`

/** False when somebody else changed it first. */
export async function moveClaim(
  tx: Tx,
  { id, version }: Pick<CaseClaim, 'id' | 'version'>,
  to: { state: ClaimState; minor: bigint | null; currency: string | null },
): Promise<boolean> {
  const moved = await tx`
    update case_claim set state = ${to.state}, minor = ${to.minor}, currency = ${to.currency},
      version = version + 1
    where id = ${id} and version = ${version}`
  return moved.count === 1
}
