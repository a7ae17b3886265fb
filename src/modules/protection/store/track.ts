import type { Tx } from '../../../platform/db.ts'
import type { CaseworkerSex, EndedHow, TrackStatus, WantedSex } from '../rules/track.ts'

export type Track = {
  readonly complaintId: string
  readonly status: TrackStatus
  readonly version: number
  readonly since: Date
  readonly placedBy: string
  readonly reasons: readonly string[]
  readonly wants: WantedSex
  readonly headId: string | null
  readonly caseworkerId: string | null
  readonly nextOn: string | null
  readonly endedHow: EndedHow | null
}

export async function findTrack(tx: Tx, complaintId: string): Promise<Track | null> {
  const [row] = await tx<Track[]>`
    select complaint_id as "complaintId", status, version, since, placed_by as "placedBy", reasons,
      wants, head_id as "headId", caseworker_id as "caseworkerId", next_on as "nextOn",
      ended_how as "endedHow"
    from protection_track where complaint_id = ${complaintId}`
  return row ?? null
}

/** A case that comes back to the track waits for a caseworker again. */
export async function beginTrack(
  tx: Tx,
  track: Pick<Track, 'complaintId' | 'since' | 'placedBy' | 'reasons' | 'wants' | 'nextOn'>,
): Promise<void> {
  await tx`
    insert into protection_track (complaint_id, since, placed_by, reasons, wants, next_on)
    values (${track.complaintId}, ${track.since}, ${track.placedBy}, ${track.reasons as string[]},
      ${track.wants}, ${track.nextOn})
    on conflict (complaint_id) do update set status = 'waiting', wants = excluded.wants,
      head_id = null, caseworker_id = null, next_on = excluded.next_on, ended_at = null,
      ended_how = null, version = protection_track.version + 1`
}

export type TrackMove = {
  readonly status: TrackStatus
  readonly headId: string | null
  readonly caseworkerId: string | null
  readonly wants: WantedSex
  readonly nextOn: string | null
  readonly endedAt: Date | null
  readonly endedHow: EndedHow | null
}

export async function moveTrack(
  tx: Tx,
  { complaintId, version }: Pick<Track, 'complaintId' | 'version'>,
  move: TrackMove,
): Promise<boolean> {
  const rows = await tx`
    update protection_track set status = ${move.status}, head_id = ${move.headId},
      caseworker_id = ${move.caseworkerId}, wants = ${move.wants}, next_on = ${move.nextOn},
      ended_at = ${move.endedAt}, ended_how = ${move.endedHow}, version = version + 1
    where complaint_id = ${complaintId} and version = ${version} returning version`
  return rows.length > 0
}

export async function setLookAgain(tx: Tx, complaintId: string, nextOn: string): Promise<void> {
  await tx`
    update protection_track set next_on = ${nextOn}
    where complaint_id = ${complaintId} and status <> 'ended'`
}

/** The protected cases that the acting person may see, what is due first. */
export async function listTracks(tx: Tx, most: number): Promise<Track[]> {
  return tx<Track[]>`
    select complaint_id as "complaintId", status, version, since, placed_by as "placedBy", reasons,
      wants, head_id as "headId", caseworker_id as "caseworkerId", next_on as "nextOn",
      ended_how as "endedHow"
    from protection_track order by next_on nulls last, since limit ${most}`
}

export type Grant = {
  readonly id: string
  readonly personId: string
  readonly reasonSealed: Uint8Array
  readonly givenBy: string
  readonly givenAt: Date
  readonly endsOn: string
  readonly endedAt: Date | null
}

export async function listGrants(tx: Tx, complaintId: string): Promise<Grant[]> {
  return tx<Grant[]>`
    select id, person_id as "personId", reason_sealed as "reasonSealed", given_by as "givenBy",
      given_at as "givenAt", ends_on as "endsOn", ended_at as "endedAt"
    from protection_grant where complaint_id = ${complaintId} order by given_at`
}

export async function insertGrant(
  tx: Tx,
  grant: Omit<Grant, 'id' | 'endedAt'> & { readonly complaintId: string },
): Promise<void> {
  await tx`
    insert into protection_grant (complaint_id, person_id, reason_sealed, given_by, given_at, ends_on)
    values (${grant.complaintId}, ${grant.personId}, ${grant.reasonSealed as Buffer},
      ${grant.givenBy}, ${grant.givenAt}, ${grant.endsOn})`
}

export async function endGrant(
  tx: Tx,
  { id, complaintId, at }: { id: string; complaintId: string; at: Date },
): Promise<boolean> {
  const rows = await tx`
    update protection_grant set ended_at = ${at}
    where id = ${id} and complaint_id = ${complaintId} and ended_at is null returning id`
  return rows.length > 0
}

export type Caseworker = {
  readonly personId: string
  readonly sex: CaseworkerSex
  readonly trainedOn: string
  readonly trainedUntil: string | null
  readonly course: string
}

export async function listCaseworkers(tx: Tx): Promise<Caseworker[]> {
  return tx<Caseworker[]>`
    select person_id as "personId", sex, trained_on as "trainedOn", trained_until as "trainedUntil",
      course from caseworker order by trained_on, person_id`
}

export async function saveCaseworker(
  tx: Tx,
  one: Caseworker & { readonly keptBy: string; readonly keptAt: Date },
): Promise<void> {
  await tx`
    insert into caseworker (person_id, sex, trained_on, trained_until, course, kept_by, kept_at)
    values (${one.personId}, ${one.sex}, ${one.trainedOn}, ${one.trainedUntil}, ${one.course},
      ${one.keptBy}, ${one.keptAt})
    on conflict (person_id) do update set sex = excluded.sex, trained_on = excluded.trained_on,
      trained_until = excluded.trained_until, course = excluded.course, kept_by = excluded.kept_by,
      kept_at = excluded.kept_at`
}

/** The offices that a complaint is about. */
export async function listNamedOffices(tx: Tx, complaintId: string): Promise<string[]> {
  const rows = await tx<{ id: string }[]>`
    select office_id as id from complaint_office where complaint_id = ${complaintId} order by named_at`
  return rows.map(({ id }) => id)
}

export async function nameOffice(
  tx: Tx,
  named: { complaintId: string; officeId: string; by: string; at: Date },
): Promise<void> {
  await tx`
    insert into complaint_office (complaint_id, office_id, named_by, named_at)
    values (${named.complaintId}, ${named.officeId}, ${named.by}, ${named.at})
    on conflict do nothing`
}
