import type { Db, Tx } from '../../../platform/db.ts'
import type { AppliedRule } from '../../law/index.ts'
import type { Clock, ClockOutcome } from '../rules/clock.ts'

export type RecordRef = { readonly type: string; readonly id: string; readonly area: string }

export type NewClock = {
  readonly kind: string
  readonly ruleKey: string
  readonly rulesApplied: readonly AppliedRule[]
  readonly startedAt: Date
  readonly dueAt: Date
  readonly uncertain: boolean
}

/** Of every record, whether a kind of clock was met: the first that was; open ones are left out. */
export const listJudged = (
  db: Db | Tx,
  { type, kind, at }: { readonly type: string; readonly kind: string; readonly at: Date },
): Promise<{ readonly id: string; readonly met: boolean }[]> =>
  db`
    select distinct on (record_id) record_id as id, outcome is not distinct from 'met' as met
    from clock
    where record_type = ${type} and kind = ${kind} and outcome is distinct from 'void'
      and (stopped_at is not null or due_at < ${at})
    order by record_id, started_at`

/** Every clock of a record, running and stopped, in the order in which they started. */
export async function listClocks(tx: Tx, recordId: string): Promise<Clock[]> {
  const rows = await tx<(Omit<Clock, 'pausedMs'> & { pausedMs: bigint })[]>`
    select id, kind, rule_key as "ruleKey", started_at as "startedAt", due_at as "dueAt", uncertain,
      paused_at as "pausedAt", paused_ms as "pausedMs", stopped_at as "stoppedAt", outcome,
      set_by as "setBy"
    from clock where record_id = ${recordId} order by started_at, kind`
  return rows.map((row) => ({ ...row, pausedMs: Number(row.pausedMs) }))
}

export async function insertClocks(
  tx: Tx,
  record: RecordRef,
  clocks: readonly NewClock[],
): Promise<void> {
  if (clocks.length === 0) return
  const rows = clocks.map((clock) => ({
    record_type: record.type,
    record_id: record.id,
    area: record.area,
    kind: clock.kind,
    rule_key: clock.ruleKey,
    rules_applied: tx.json(clock.rulesApplied as never) as never,
    started_at: clock.startedAt,
    due_at: clock.dueAt,
    uncertain: clock.uncertain,
  }))
  await tx`insert into clock ${tx(rows)}`
}

export async function stopClockRow(
  tx: Tx,
  clock: Pick<Clock, 'id'>,
  { at, outcome }: { at: Date; outcome: ClockOutcome },
): Promise<void> {
  await tx`
    update clock set stopped_at = ${at}, outcome = ${outcome}, paused_at = null
    where id = ${clock.id} and stopped_at is null`
}

export async function moveDueDate(
  tx: Tx,
  clock: Pick<Clock, 'id'>,
  { dueAt, uncertain }: { dueAt: Date; uncertain: boolean },
): Promise<void> {
  await tx`
    update clock set due_at = ${dueAt}, uncertain = ${uncertain},
      escalated_at = case when due_at = ${dueAt} then escalated_at end
    where id = ${clock.id} and stopped_at is null
      and (due_at <> ${dueAt} or uncertain <> ${uncertain})`
}

export async function pauseClockRow(tx: Tx, clock: Pick<Clock, 'id'>, at: Date): Promise<void> {
  await tx`update clock set paused_at = ${at} where id = ${clock.id} and stopped_at is null`
}

/** Goes on with the time taken out that it stood still. */
export async function resumeClockRow(
  tx: Tx,
  { id, pausedMs, dueAt, uncertain }: Pick<Clock, 'id' | 'pausedMs' | 'dueAt' | 'uncertain'>,
): Promise<void> {
  await tx`
    update clock set paused_at = null, paused_ms = ${pausedMs}, due_at = ${dueAt},
      uncertain = ${uncertain}, escalated_at = null
    where id = ${id} and stopped_at is null`
}

/** The day that somebody set for a running clock. */
export async function setDueRow(
  tx: Tx,
  { recordId, kind, dueAt, by }: { recordId: string; kind: string; dueAt: Date; by: string },
): Promise<void> {
  await tx`
    update clock set due_at = ${dueAt}, uncertain = false, set_by = ${by}, escalated_at = null
    where record_id = ${recordId} and kind = ${kind} and stopped_at is null`
}

/** Clocks and notes follow their record to the area of its new office. */
export async function moveCaseworkToArea(tx: Tx, recordId: string, area: string): Promise<void> {
  await tx`update clock set area = ${area} where record_id = ${recordId}`
  await tx`update note set area = ${area} where record_id = ${recordId}`
}

/**
 * Records of a type with a clock that runs across these instants, or whose end is uncertain, by id
 * after this one: a day between that becomes a holiday, or is none any more, may move them.
 */
export async function listRecordsAcross(
  tx: Tx,
  { type, from, to, after }: { type: string; from: Date; to: Date; after: string | null },
): Promise<string[]> {
  const rows = await tx<{ id: string }[]>`
    select distinct record_id as id from clock
    where stopped_at is null and record_type = ${type} and started_at < ${to}
      and (due_at >= ${from} or uncertain)
      and (${after}::uuid is null or record_id > ${after}::uuid)
    order by record_id limit 200`
  return rows.map(({ id }) => id)
}

/** How many clocks run by a rule now, of those that the acting person may see. */
export async function countRunning(tx: Tx, ruleKey: string): Promise<number> {
  const [row] = await tx<{ count: number }[]>`
    select count(*)::int as count from clock where stopped_at is null and rule_key = ${ruleKey}`
  return row?.count ?? 0
}

/** Clocks that have run out and about which nobody was told yet, oldest first. */
export async function listClocksToEscalate(tx: Tx, now: Date): Promise<{ id: string }[]> {
  return tx<{ id: string }[]>`
    select id from clock
    where stopped_at is null and escalated_at is null and paused_at is null and due_at < ${now}
    order by due_at limit 500`
}

/** Null when somebody else was quicker, or the clock stopped meanwhile. */
export async function markEscalated(
  tx: Tx,
  clockId: string,
  now: Date,
): Promise<{ recordType: string; recordId: string; kind: string; area: string } | null> {
  const [row] = await tx<{ recordType: string; recordId: string; kind: string; area: string }[]>`
    update clock set escalated_at = ${now}
    where id = ${clockId} and stopped_at is null and escalated_at is null and due_at < ${now}
    returning record_type as "recordType", record_id as "recordId", kind, area`
  return row ?? null
}
