import type { Day } from '../../../kernel/days.ts'
import { isUuid } from '../../../kernel/ids.ts'
import type { Tx } from '../../../platform/db.ts'
import type { AssignableRole } from '../rules/assignment.ts'
import type { PersonId, PersonNames } from './people.ts'

export type PersonRequest = {
  readonly id: string
  readonly kind: 'assignment' | 'second-factor-reset'
  readonly personId: PersonId
  readonly person: PersonNames
  readonly role: AssignableRole | null
  readonly officeId: string | null
  readonly areas: readonly string[] | null
  readonly agencyId: string | null
  readonly from: Day | null
  readonly to: Day | null
  readonly reason: string
  readonly status: 'proposed' | 'approved' | 'refused' | 'withdrawn'
  readonly version: number
  readonly proposedBy: string
  readonly proposer: PersonNames
  readonly proposedAt: Date
}

export type NewRequest = Pick<
  PersonRequest,
  | 'kind'
  | 'personId'
  | 'role'
  | 'officeId'
  | 'areas'
  | 'agencyId'
  | 'from'
  | 'to'
  | 'reason'
  | 'proposedBy'
  | 'proposedAt'
>

export async function addRequest(tx: Tx, asked: NewRequest): Promise<string> {
  const [row] = await tx<{ id: string }[]>`
    insert into person_request (kind, person_id, role, office_id, areas, agency_id, from_day, to_day,
      reason, proposed_by, proposed_at)
    values (${asked.kind}, ${asked.personId}, ${asked.role}, ${asked.officeId},
      ${asked.areas as string[] | null}, ${asked.agencyId}, ${asked.from}, ${asked.to},
      ${asked.reason}, ${asked.proposedBy}, ${asked.proposedAt})
    returning id`
  if (!row) throw new Error('a request was not kept')
  return row.id
}

export async function findRequest(tx: Tx, id: string): Promise<PersonRequest | null> {
  if (!isUuid(id)) return null
  const [row] = await tx<PersonRequest[]>`
    select r.id, kind, person_id as "personId",
      jsonb_build_object('km', p.name_km, 'en', p.name_en) as person, role,
      office_id as "officeId", areas, agency_id as "agencyId", from_day as "from", to_day as "to",
      reason, status, version, proposed_by as "proposedBy",
      jsonb_build_object('km', b.name_km, 'en', b.name_en) as proposer, proposed_at as "proposedAt"
    from person_request r join person p on p.id = r.person_id join person b on b.id = r.proposed_by
    where r.id = ${id}`
  return row ?? null
}

/** What waits for a second person, the oldest first; of one person, or of all. */
export async function listWaiting(tx: Tx, personId: string | null): Promise<PersonRequest[]> {
  return tx<PersonRequest[]>`
    select r.id, kind, person_id as "personId",
      jsonb_build_object('km', p.name_km, 'en', p.name_en) as person, role,
      office_id as "officeId", areas, agency_id as "agencyId", from_day as "from", to_day as "to",
      reason, status, version, proposed_by as "proposedBy",
      jsonb_build_object('km', b.name_km, 'en', b.name_en) as proposer, proposed_at as "proposedAt"
    from person_request r join person p on p.id = r.person_id join person b on b.id = r.proposed_by
    where r.status = 'proposed' and (${personId}::text is null or person_id::text = ${personId})
    order by proposed_at limit 200`
}

type Decision = {
  readonly status: 'approved' | 'refused' | 'withdrawn'
  readonly by: string
  readonly at: Date
  readonly signatureId: string | null
}

/** False when somebody else decided first. */
export async function decideRequest(
  tx: Tx,
  { id, version }: Pick<PersonRequest, 'id' | 'version'>,
  { status, by, at, signatureId }: Decision,
): Promise<boolean> {
  const decided = await tx`
    update person_request set status = ${status}, version = version + 1, decided_by = ${by},
      decided_at = ${at}, signature_id = ${signatureId}
    where id = ${id} and version = ${version} and status = 'proposed'`
  return decided.count === 1
}
