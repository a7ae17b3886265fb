import type { Tx } from '../../../platform/db.ts'

export const barredRelations = [
  'relative',
  'recruiter',
  'agency',
  'employer',
  'official',
  'other',
] as const
export type BarredRelation = (typeof barredRelations)[number]

/** Somebody who must not be told. */
export type Barred = {
  readonly id: string
  readonly relation: BarredRelation
  readonly whoSealed: Uint8Array
  readonly contactSealed: Uint8Array | null
  readonly contactIndex: Uint8Array | null
  readonly keptBy: string
  readonly keptAt: Date
  readonly liftedAt: Date | null
}

export async function listBarred(tx: Tx, complaintId: string): Promise<Barred[]> {
  return tx<Barred[]>`
    select id, relation, who_sealed as "whoSealed", contact_sealed as "contactSealed",
      contact_index as "contactIndex", kept_by as "keptBy", kept_at as "keptAt",
      lifted_at as "liftedAt"
    from must_not_be_told where complaint_id = ${complaintId} order by kept_at, id`
}

export async function insertBarred(
  tx: Tx,
  {
    complaintId,
    keyId,
    ...one
  }: Omit<Barred, 'id' | 'liftedAt'> & {
    readonly complaintId: string
    readonly keyId: string
  },
): Promise<void> {
  await tx`
    insert into must_not_be_told (complaint_id, relation, key_id, who_sealed, contact_sealed,
      contact_index, kept_by, kept_at)
    values (${complaintId}, ${one.relation}, ${keyId}, ${one.whoSealed as Buffer},
      ${one.contactSealed as Buffer | null}, ${one.contactIndex as Buffer | null}, ${one.keptBy},
      ${one.keptAt})`
}

export async function liftBarred(
  tx: Tx,
  { id, complaintId, at }: { id: string; complaintId: string; at: Date },
): Promise<boolean> {
  const rows = await tx`
    update must_not_be_told set lifted_at = ${at}
    where id = ${id} and complaint_id = ${complaintId} and lifted_at is null returning id`
  return rows.length > 0
}

/** Whether this way to reach somebody is one that must not be used in this case. */
export async function isBarred(tx: Tx, complaintId: string, index: Uint8Array): Promise<boolean> {
  const [row] = await tx`
    select from must_not_be_told where complaint_id = ${complaintId} and lifted_at is null
      and contact_index = ${index as Buffer} limit 1`
  return row !== undefined
}

export const retaliationKinds = [
  'threat',
  'violence',
  'dismissal',
  'papers-taken',
  'pressure-on-family',
  'counter-complaint',
  'other',
] as const
export type RetaliationKind = (typeof retaliationKinds)[number]

export type Retaliation = {
  readonly id: string
  readonly happenedOn: string
  readonly kind: RetaliationKind
  readonly whatSealed: Uint8Array
  readonly reportedBy: string
  readonly reportedAt: Date
  readonly doneOn: string | null
  readonly doneSealed: Uint8Array | null
  readonly doneBy: string | null
}

export async function listRetaliations(tx: Tx, complaintId: string): Promise<Retaliation[]> {
  return tx<Retaliation[]>`
    select id, happened_on as "happenedOn", kind, what_sealed as "whatSealed",
      reported_by as "reportedBy", reported_at as "reportedAt", done_on as "doneOn",
      done_sealed as "doneSealed", done_by as "doneBy"
    from retaliation where complaint_id = ${complaintId} order by happened_on, id`
}

export async function insertRetaliation(
  tx: Tx,
  one: Pick<Retaliation, 'happenedOn' | 'kind' | 'whatSealed' | 'reportedBy' | 'reportedAt'> & {
    readonly complaintId: string
    readonly keyId: string
  },
): Promise<void> {
  await tx`
    insert into retaliation (complaint_id, happened_on, kind, key_id, what_sealed, reported_by,
      reported_at)
    values (${one.complaintId}, ${one.happenedOn}, ${one.kind}, ${one.keyId},
      ${one.whatSealed as Buffer}, ${one.reportedBy}, ${one.reportedAt})`
}

/** What was done about it; once. */
export async function answerRetaliation(
  tx: Tx,
  one: { id: string; complaintId: string; doneOn: string; doneSealed: Buffer; doneBy: string },
): Promise<boolean> {
  const rows = await tx`
    update retaliation set done_on = ${one.doneOn}, done_sealed = ${one.doneSealed},
      done_by = ${one.doneBy}
    where id = ${one.id} and complaint_id = ${one.complaintId} and done_on is null
      and happened_on <= ${one.doneOn} returning id`
  return rows.length > 0
}
