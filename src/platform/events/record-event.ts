import type { Actor } from '../../kernel/actor.ts'
import type { Tx } from '../db.ts'
import { newId } from '../new-id.ts'

/** Who may read an event on a timeline. Officers see within their area, an agency its own. */
export type Audience = 'public' | 'complainant' | 'agency' | 'officer'

export type NewEvent = {
  readonly recordType: string
  readonly recordId: string
  /** "complaint.registered": the record's kind and what was done, in the past tense. */
  readonly type: string
  readonly at: Date
  readonly from?: string | null
  readonly to?: string | null
  /** Ids and codes only. Personal content never; at most its keyed hash. */
  readonly data?: Readonly<Record<string, unknown>>
  readonly contentHash?: Buffer | null
  readonly visibleTo: readonly Audience[]
  readonly area?: string | null
  readonly agencyId?: string | null
}

let followed: ReadonlySet<string> = new Set()

/** Named once by the composition root: the events that have consequences (follow-ups.ts). */
export function followEvents(types: Iterable<string>): void {
  followed = new Set(types)
}

/** Writes what happened, in the transaction in which it happened, and queues what follows. */
export async function recordEvent(tx: Tx, actor: Actor, event: NewEvent): Promise<void> {
  const id = newId<string>()
  const follow = { eventId: id, type: event.type, recordId: event.recordId }
  await Promise.all([
    tx`
      insert into event (id, happened_at, record_type, record_id, type, actor_kind, actor_id,
        from_status, to_status, data, content_hash, visible_to, area, agency_id)
      values (${id}, ${event.at}, ${event.recordType}, ${event.recordId}, ${event.type},
        ${actor.kind}, ${actor.id}, ${event.from ?? null}, ${event.to ?? null},
        ${tx.json(dataOf(actor, event) as never)}, ${event.contentHash ?? null},
        ${event.visibleTo as string[]}, ${event.area ?? null}, ${event.agencyId ?? null})`,
    followed.has(event.type) ? queueJob(tx, 'follow_up', follow) : null,
  ])
}

/** Many at once, as one statement; of a kind that nothing follows, or one job for all of them. */
export async function recordEvents(
  tx: Tx,
  actor: Actor,
  { events, followedBy }: { readonly events: readonly NewEvent[]; readonly followedBy?: string },
): Promise<void> {
  const followedOne = events.find(({ type }) => followed.has(type))
  if (followedOne && !followedBy)
    throw new Error(`${followedOne.type} has follow-ups: record it singly`)
  if (followedOne && followedBy) await queueJob(tx, followedBy, {}, { key: followedBy })
  const rows = events.map((event) => ({
    ...{ id: newId<string>(), happened_at: event.at, record_type: event.recordType },
    ...{ record_id: event.recordId, type: event.type, from_status: event.from ?? null },
    ...{ to_status: event.to ?? null, data: event.data ?? {}, area: event.area ?? null },
    ...{ visible_to: event.visibleTo, agency_id: event.agencyId ?? null },
  }))
  await tx`
    insert into event (id, happened_at, record_type, record_id, type, actor_kind, actor_id,
      from_status, to_status, data, visible_to, area, agency_id)
    select id, happened_at, record_type, record_id, type, ${actor.kind}, ${actor.id}, from_status,
      to_status, data, visible_to, area, agency_id
    from json_to_recordset(${tx.json(rows as never)}::json) as r(id uuid, happened_at timestamptz,
      record_type text, record_id uuid, type text, from_status text, to_status text, data jsonb,
      visible_to text[], area text, agency_id uuid)`
}

/** A deputy's every step says for whom. */
const dataOf = ({ actingFor }: Actor, { data = {} }: NewEvent) =>
  actingFor ? { ...data, actingFor } : data

export type Job = { readonly runAt?: Date; readonly key?: string }

/** Queues a job in this transaction: it runs only if the transaction commits. */
export async function queueJob(
  tx: Tx,
  task: string,
  payload: Readonly<Record<string, unknown>>,
  { runAt, key }: Job = {},
): Promise<void> {
  await tx`select queue_job(${task}, ${tx.json(payload as never)}::json, ${runAt ?? null}::timestamptz,
    ${key ?? null}::text)`
}

export type TimelineEvent = {
  readonly id: string
  readonly at: Date
  readonly type: string
  readonly actorKind: string
  readonly actorId: string
  readonly from: string | null
  readonly to: string | null
  readonly data: Readonly<Record<string, unknown>>
}

/** The newest hundred events of a record that the acting person may see, oldest first. */
export async function listEvents(tx: Tx, recordId: string): Promise<TimelineEvent[]> {
  const rows = await tx<TimelineEvent[]>`
    select id, happened_at as at, type, actor_kind as "actorKind", actor_id as "actorId",
      from_status as "from", to_status as "to", data
    from event where record_id = ${recordId}
    order by happened_at desc, id desc limit 100`
  return rows.reverse()
}
