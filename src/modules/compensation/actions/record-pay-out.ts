import type { Actor } from '../../../kernel/actor.ts'
import { dayOf } from '../../../kernel/days.ts'
import { takeStep } from '../../../kernel/lifecycle.ts'
import { ok, type Result, refuse } from '../../../kernel/result.ts'
import type { Tx } from '../../../platform/db.ts'
import { recordEvent } from '../../../platform/events/record-event.ts'
import { confirmPayments, listDues } from '../../ledger/index.ts'
import { type PayOutMark, payOutLifecycle, stepOf } from '../rules/pay-out.ts'
import { insertWords, type WordRow } from '../store/change-outcomes.ts'
import {
  type EntryMove,
  findPayOut,
  holdEntries,
  keepPaid,
  listLines,
  moveEntries,
  type PayOutDay,
  type PayOutEntry,
  type PayOutLine,
} from '../store/pay-outs.ts'
import { payDues } from './pay-dues.ts'

export type MarkedRow = {
  readonly entryId: string
  readonly version: number
  readonly mark: PayOutMark
}
export type RecordPayOut = {
  readonly dayId: string
  readonly rows: readonly MarkedRow[]
  readonly at: Date
}
export type PayOutRefusal =
  | 'not-found'
  | 'nothing-entered'
  | 'pay-out-not-yet'
  | 'recorded-meanwhile'
  | 'not-in-this-status'
  | 'not-your-role'
  | 'owed-no-more'
/** What is wrong, and with whose row where it is one. */
export type PayOutFailure = { readonly entryId: string | null; readonly code: PayOutRefusal }
export type RecordedPayOut = { readonly received: number; readonly others: number }

const failed = (code: PayOutRefusal, entryId: string | null = null) => refuse({ entryId, code })

/**
 * What became of those on the list of a day, one or all of them, as a whole or not at all. What
 * somebody took is paid and received in one step: she stood before the officer.
 */
export async function recordPayOut(
  tx: Tx,
  actor: Actor,
  { dayId, rows, at }: RecordPayOut,
): Promise<Result<RecordedPayOut, PayOutFailure>> {
  const day = await findPayOut(tx, dayId)
  if (!day) return failed('not-found')
  if (rows.length === 0) return failed('nothing-entered')
  if (day.heldOn > dayOf(at) && rows.some(({ mark }) => mark !== 'taken-off'))
    return failed('pay-out-not-yet')
  const held = await holdEntries(
    tx,
    day.id,
    rows.map(({ entryId }) => entryId),
  )
  const moves = movesOf(actor, rows, held)
  if (!moves.ok) return moves
  await moveEntries(tx, moves.value, at)
  const came = moves.value.filter(({ to }) => to === 'received')
  const paid = await payOut(tx, actor, { day, held, came, at })
  if (!paid.ok) return paid
  await tellMissed(tx, actor, { day, held, moves: moves.value, at })
  const count = { received: came.length, others: moves.value.length - came.length }
  await recordEvent(tx, actor, {
    ...{ recordType: 'pay-out', recordId: day.id, type: 'payout.recorded', at, area: day.area },
    ...{ data: count, visibleTo: ['officer'] },
  })
  return ok(count)
}

/** Each row as it was read, or who was recorded by somebody else meanwhile. */
function movesOf(
  actor: Actor,
  rows: readonly MarkedRow[],
  held: readonly PayOutEntry[],
): Result<readonly EntryMove[], PayOutFailure> {
  const byId = new Map<string, PayOutEntry>(held.map((entry) => [entry.id, entry]))
  const moves: EntryMove[] = []
  for (const { entryId, version, mark } of rows) {
    const entry = byId.get(entryId)
    if (!entry) return failed('not-found', entryId)
    if (entry.version !== version) return failed('recorded-meanwhile', entryId)
    const { action, receivedBy } = stepOf(mark)
    const to = takeStep(payOutLifecycle, entry.status, { action, roles: actor.roles })
    if (!to.ok) return failed(to.refusal, entryId)
    moves.push({ id: entry.id, to: to.value, receivedBy })
    // Named twice in one form: the second finds it changed.
    byId.set(entryId, { ...entry, version: version + 1 })
  }
  return ok(moves)
}

type Paying = {
  readonly day: PayOutDay
  readonly held: readonly PayOutEntry[]
  readonly came: readonly EntryMove[]
  readonly at: Date
}

/** Payment, her word, and what stands of it on the list. */
async function payOut(
  tx: Tx,
  actor: Actor,
  { day, held, came, at }: Paying,
): Promise<Result<null, PayOutFailure>> {
  if (came.length === 0) return ok(null)
  const entryOf = new Map(held.map((entry) => [entry.id, entry]))
  const lines = (
    await listLines(
      tx,
      came.map(({ id }) => id),
    )
  ).flatMap((line) => {
    const entry = entryOf.get(line.entryId)
    return entry ? [{ ...line, entry }] : []
  })
  const source = { type: 'pay-out', id: day.id }
  const paid = await payDues(tx, actor, {
    ...{ paidOn: day.heldOn, channel: 'cash', payer: null, reference: day.number, source, at },
    evidenceId: null,
    isConfirmed: true,
    lines: lines.map(({ dueId, minor, entry }) => ({ dueId, minor, personId: entry.personId })),
  })
  if (!paid.ok) return failed('owed-no-more', await owedLess(tx, lines))
  const payments = paid.value.payments
  const done = { paymentIds: payments, how: 'by-officer', source, at } as const
  const confirmed = await confirmPayments(tx, actor, done)
  if (!confirmed.ok) throw new Error('what was just paid waits for nobody else')
  const kept = lines.flatMap((line, place) => {
    const paymentId = payments[place]
    return paymentId ? [{ ...line, paymentId }] : []
  })
  await keepPaid(tx, kept)
  const sayer = new Map(came.map(({ id, receivedBy }) => [id, receivedBy ?? 'herself']))
  const words = kept.map(({ entry, paymentId }) => ({
    ...{ complaintId: entry.complaintId, personId: entry.personId, subject: 'payment' as const },
    ...{ subjectId: paymentId, answer: 'came' as const, minor: null, at, saidOn: day.heldOn },
    ...{ saidBy: sayer.get(entry.id) ?? 'herself', how: 'at-pay-out' },
  }))
  await insertWords(tx, words)
  await tellConfirmed(tx, actor, { words, at })
  return ok(null)
}

/** Whose row it is of which less is owed than stands on the list. */
async function owedLess(tx: Tx, lines: readonly PayOutLine[]): Promise<string | null> {
  const dues = await listDues(tx, { ids: lines.map(({ dueId }) => dueId) })
  const owed = new Map<string, bigint>(dues.map((due) => [due.id, due.owed]))
  return lines.find(({ dueId, minor }) => (owed.get(dueId) ?? 0n) < minor)?.entryId ?? null
}

async function tellConfirmed(
  tx: Tx,
  actor: Actor,
  { words, at }: { readonly words: readonly WordRow[]; readonly at: Date },
): Promise<void> {
  for (const { complaintId, personId, subjectId } of words)
    await recordEvent(tx, actor, {
      ...{ recordType: 'complaint', recordId: complaintId, at, visibleTo: ['officer'] },
      type: 'complaint.payment-confirmed',
      data: { person: personId, payment: subjectId, part: false },
    })
}

type Missed = Omit<Paying, 'came'> & { readonly moves: readonly EntryMove[] }

/** One line on the timeline of the case of whoever did not take it: it stays open. */
async function tellMissed(tx: Tx, actor: Actor, { day, held, moves, at }: Missed): Promise<void> {
  const entryOf = new Map(held.map((entry) => [entry.id, entry]))
  for (const { id, to } of moves) {
    const entry = entryOf.get(id)
    if (!entry || (to !== 'absent' && to !== 'refused')) continue
    await recordEvent(tx, actor, {
      ...{
        recordType: 'complaint',
        recordId: entry.complaintId,
        type: 'complaint.pay-out-missed',
        at,
      },
      ...{ data: { day: day.id, person: entry.personId, why: to }, visibleTo: ['officer'] },
    })
  }
}

/** Whoever enters a day names the exceptions: all the others on the list, as they stood there. */
export const restOf = (
  entries: readonly PayOutEntry[],
  named: readonly MarkedRow[],
  mark: PayOutMark,
): MarkedRow[] => {
  const ids = new Set(named.map(({ entryId }) => entryId))
  return entries
    .filter(({ id, status }) => status === 'listed' && !ids.has(id))
    .map(({ id, version }) => ({ entryId: id, version, mark }))
}
