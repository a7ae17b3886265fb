import type { Day } from '../../../kernel/days.ts'
import type { Tx } from '../../../platform/db.ts'
import type { AssignableRole } from '../rules/assignment.ts'
import type { PersonId, PersonNames } from './people.ts'

export type Delegation = {
  readonly id: string
  readonly fromPerson: PersonId
  readonly fromNames: PersonNames
  readonly toPerson: PersonId
  readonly toNames: PersonNames
  readonly role: AssignableRole
  readonly officeId: string
  readonly office: PersonNames
  readonly from: Day
  readonly to: Day
  readonly reason: string
  readonly endedAt: Date | null
}

export type NewDelegation = {
  readonly fromPerson: string
  readonly toPerson: string
  readonly role: AssignableRole
  readonly officeId: string
  readonly areas: readonly string[] | null
  readonly from: Day
  readonly to: Day
  readonly reason: string
  readonly at: Date
}

/** Null where the role has another deputy in these days. */
export async function addDelegation(tx: Tx, given: NewDelegation): Promise<string | null> {
  const [row] = await tx<{ id: string }[]>`
    insert into delegation (from_person, to_person, role, office_id, areas, from_day, to_day, reason,
      made_at)
    values (${given.fromPerson}, ${given.toPerson}, ${given.role}, ${given.officeId},
      ${given.areas as string[] | null}, ${given.from}, ${given.to}, ${given.reason}, ${given.at})
    on conflict on constraint delegation_one_deputy do nothing returning id`
  return row?.id ?? null
}

/** Of one person, or of everybody; those that are over since long are left out. */
export async function listDelegations(
  tx: Tx,
  { personId, since }: { readonly personId: string | null; readonly since: Day },
): Promise<Delegation[]> {
  return tx<Delegation[]>`
    select d.id, d.from_person as "fromPerson", d.to_person as "toPerson", d.role,
      jsonb_build_object('km', f.name_km, 'en', f.name_en) as "fromNames",
      jsonb_build_object('km', t.name_km, 'en', t.name_en) as "toNames",
      d.office_id as "officeId", jsonb_build_object('km', o.name_km, 'en', o.name_en) as office,
      d.from_day as "from", d.to_day as "to", d.reason, d.ended_at as "endedAt"
    from delegation d join person f on f.id = d.from_person join person t on t.id = d.to_person
      join office o on o.id = d.office_id
    where d.to_day >= ${since}
      and (${personId}::text is null or ${personId} in (d.from_person::text, d.to_person::text))
    order by d.to_day desc, d.id desc limit 200`
}

/** False when it had ended before. */
export async function endDelegation(
  tx: Tx,
  { id, by, at }: { readonly id: string; readonly by: string; readonly at: Date },
): Promise<boolean> {
  const ended = await tx`
    update delegation set ended_at = ${at}, ended_by = ${by} where id::text = ${id}
      and ended_at is null`
  return ended.count === 1
}

/** As whom this browser acts from now on; null for the person alone. */
export async function setActing(tx: Tx, tokenHash: Buffer, id: string | null): Promise<void> {
  await tx`update session set acting = ${id} where token_hash = ${tokenHash}`
}
