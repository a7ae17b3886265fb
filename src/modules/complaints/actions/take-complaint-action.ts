import type { Actor } from '../../../kernel/actor.ts'
import { dayOf } from '../../../kernel/days.ts'
import { ok, type Result, refuse } from '../../../kernel/result.ts'
import type { Tx } from '../../../platform/db.ts'
import { recordEvent } from '../../../platform/events/record-event.ts'
import type { Vault } from '../../../platform/vault/vault.ts'
import { legalTime, syncClocks } from '../../casework/index.ts'
import { complaintClockPlan } from '../rules/clocks.ts'
import type { Complaint, ComplaintStatus } from '../rules/complaint.ts'
import { type ActionRefusal, checkAction } from '../rules/conditions.ts'
import { type ComplaintAction, eventOf, isOpen, needsWords, wordsOf } from '../rules/lifecycle.ts'
import { type ClosedHow, findComplaint, moveComplaint } from '../store/complaint.ts'
import { withdrawInquiries } from '../store/inquiry.ts'
import { holdAsRead } from './as-read.ts'
import { askAgency } from './ask-agency.ts'
import { keepWords } from './keep-words.ts'

export type TakeComplaintAction = {
  readonly vault: Vault
  readonly complaintId: string
  readonly action: ComplaintAction
  /** As it stood on the page; null when the caller did not read it. */
  readonly version: number | null
  /** How many messages stood there, if the caller counted them: see holdAsRead. */
  readonly messages?: number | null
  /** The message, note or question that goes with the action: rules/lifecycle.ts, wordsOf. */
  readonly words: string | null
  readonly at: Date
}
export type TakeRefusal = ActionRefusal | 'not-found' | 'changed-meanwhile' | 'words-missing'

/** One step of a complaint's life: the rule, the clocks, the status, the words, the event. */
export async function takeComplaintAction(
  tx: Tx,
  actor: Actor,
  step: TakeComplaintAction,
): Promise<Result<ComplaintStatus, TakeRefusal>> {
  const { action, at, words } = step
  const complaint = await findAsRead(tx, step)
  if (typeof complaint === 'string') return refuse(complaint)
  const allowed = checkAction(complaint, action, actor)
  if (!allowed.ok) return allowed
  if (needsWords(action, actor.roles) && !words) return refuse('words-missing')

  const to = allowed.value
  const nextDueAt = await moveClocks(tx, complaint, { to, at })
  const end = isOpen(to) ? null : { closedAt: at, closedHow: endOf[action] ?? null }
  const move = { to, nextDueAt, closedAt: end?.closedAt ?? null, closedHow: end?.closedHow ?? null }
  if (!(await moveComplaint(tx, complaint, move))) return refuse('changed-meanwhile')

  const contentHash = await carryWords(tx, actor, { ...step, complaint })
  await recordEvent(tx, actor, {
    ...{ recordType: 'complaint', recordId: complaint.id, type: eventOf[action], at, to },
    from: complaint.status,
    area: complaint.area,
    contentHash,
    visibleTo: ['officer', 'complainant'],
  })
  return ok(to)
}

/** A step that says something to the complainant answers what she wrote last. */
async function findAsRead(
  tx: Tx,
  { complaintId, action, version, messages = null }: TakeComplaintAction,
): Promise<Complaint | 'not-found' | 'changed-meanwhile'> {
  if (version !== null && wordsOf[action] === 'message')
    return holdAsRead(tx, complaintId, { version, messages })
  const complaint = await findComplaint(tx, complaintId)
  if (!complaint) return 'not-found'
  return version === null || version === complaint.version ? complaint : 'changed-meanwhile'
}

const endOf: Readonly<Partial<Record<ComplaintAction, ClosedHow>>> = {
  'agree-to-closure': 'complainant-agreed',
  'close-with-consent': 'consent-recorded',
  'confirm-withdrawal': 'withdrawn',
  'keep-as-warning': 'kept-as-warning',
}

async function moveClocks(
  tx: Tx,
  complaint: Complaint,
  { to, at }: { to: ComplaintStatus; at: Date },
): Promise<Date | null> {
  const record = { type: 'complaint', id: complaint.id, area: complaint.area }
  const law = await legalTime(tx, dayOf(at))
  return syncClocks(tx, { record, plan: complaintClockPlan, status: to, at, law })
}

/** A complainant's words are always a message; an officer's are what the table says. */
async function carryWords(
  tx: Tx,
  actor: Actor,
  step: TakeComplaintAction & { readonly complaint: Complaint },
): Promise<Buffer | null> {
  const { complaint, action, vault, words, at } = step
  if (complaint.status === 'agency-asked' && action !== 'receive-agency-answer')
    await withdrawInquiries(tx, complaint.id)
  if (!words) return null
  if (wordsOf[action] === 'question') {
    await askAgency(tx, actor, { vault, complaint, question: words, at })
    return null
  }
  const as = actor.kind !== 'complainant' && wordsOf[action] === 'note' ? 'note' : 'message'
  return keepWords(tx, actor, { vault, complaint, as, text: words, at })
}
