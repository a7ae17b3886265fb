import type { Actor } from '../../../kernel/actor.ts'
import { type Day, dayOf, startOfDay } from '../../../kernel/days.ts'
import { ok, type Result, refuse } from '../../../kernel/result.ts'
import type { Tx } from '../../../platform/db.ts'
import { recordEvent } from '../../../platform/events/record-event.ts'
import type { Vault } from '../../../platform/vault/vault.ts'
import { legalTime, setClockDue, syncClocks } from '../../casework/index.ts'
import { complaintClockPlan } from '../rules/clocks.ts'
import type { CloseReason, Complaint, ComplaintStatus } from '../rules/complaint.ts'
import { type ActionRefusal, checkAction } from '../rules/conditions.ts'
import { checkEnd, type EndRefusal } from '../rules/ending.ts'
import { type ComplaintAction, eventOf, isOpen, needsWords, wordsOf } from '../rules/lifecycle.ts'
import { checkCall, type WithdrawalCall, type WithdrawalRefusal } from '../rules/withdrawal.ts'
import { readCircumstances } from '../store/circumstances.ts'
import { type ClosedHow, findComplaint, moveComplaint } from '../store/complaint.ts'
import { withdrawInquiries } from '../store/inquiry.ts'
import { beginPersons, listPersons } from '../store/person.ts'
import { holdAsRead } from './as-read.ts'
import { askAgency } from './ask-agency.ts'
import { keepCall } from './keep-call.ts'
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
  /** When to look again at what waits elsewhere or is being paid; else the rule says it. */
  readonly reviewOn?: Day | null | undefined
  /** Why it is closed although nobody confirmed it. */
  readonly reason?: CloseReason | null | undefined
  /** The private call that a withdrawal asks for. */
  readonly call?: WithdrawalCall | null | undefined
  /** When it really ended, where that was before: a late entry. */
  readonly endedAt?: Date
  readonly at: Date
}
export type TakeRefusal =
  | ActionRefusal
  | EndRefusal
  | 'not-found'
  | 'changed-meanwhile'
  | 'words-missing'
  | 'review-not-ahead'
  | WithdrawalRefusal

/** One step of a complaint's life: the rule, the clocks, the status, the words, the event. */
export async function takeComplaintAction(
  tx: Tx,
  actor: Actor,
  step: TakeComplaintAction,
): Promise<Result<ComplaintStatus, TakeRefusal>> {
  const { action, at, reason = null } = step
  const complaint = await findAsRead(tx, step)
  if (typeof complaint === 'string') return refuse(complaint)
  const allowed = await mayTake(tx, actor, { ...step, complaint })
  if (!allowed.ok) return allowed

  const to = allowed.value
  if (!(await moveTo(tx, actor, { ...step, complaint, to }))) return refuse('changed-meanwhile')
  if (isBeginning(complaint.status, to)) await beginPersons(tx, complaint.id)
  if (step.call && action === 'confirm-withdrawal')
    await keepCall(tx, actor, { ...step, complaint, call: step.call })
  const contentHash = await carryWords(tx, actor, { ...step, complaint })
  await recordEvent(tx, actor, {
    ...{ recordType: 'complaint', recordId: complaint.id, type: eventOf[action], at, to },
    from: complaint.status,
    area: complaint.area,
    data: reason === null ? {} : { reason },
    contentHash,
    visibleTo: ['officer', 'complainant'],
  })
  return ok(to)
}

/** False when somebody else changed the case first. */
async function moveTo(
  tx: Tx,
  actor: Actor,
  step: Taking & { readonly to: ComplaintStatus },
): Promise<boolean> {
  const { complaint, to, action, at, endedAt = at, reason = null } = step
  const due = await moveClocks(tx, actor, step)
  if (!isOpen(to))
    return moveComplaint(tx, complaint, {
      ...{ to, nextDueAt: null, closedAt: endedAt, closedReason: reason },
      closedHow: endOf[action] ?? null,
    })
  // Every open case has a next date, also where no rule says one: then it is due now.
  const nextDueAt = due ?? at
  return moveComplaint(tx, complaint, { to, nextDueAt, closedAt: null, closedHow: null })
}

type Taking = TakeComplaintAction & { readonly complaint: Complaint }

async function mayTake(
  tx: Tx,
  actor: Actor,
  { complaint, action, words, reviewOn = null, reason = null, call = null, at }: Taking,
): Promise<Result<ComplaintStatus, TakeRefusal>> {
  const circumstances = await readCircumstances(tx, actor, complaint)
  const allowed = checkAction(complaint, action, { actor, circumstances })
  if (!allowed.ok) return allowed
  if (action === 'close-without-confirmation') {
    const persons = await listPersons(tx, complaint.id)
    const refusal = checkEnd(reason, persons)
    if (refusal) return refuse(refusal)
  }
  if (needsWords(action, actor.roles) && !words) return refuse('words-missing')
  const unheard = action === 'confirm-withdrawal' ? checkCall(call, at) : null
  if (unheard) return refuse(unheard)
  if (reviewOn !== null && reviewOn <= dayOf(at)) return refuse('review-not-ahead')
  return allowed
}

/** Whoever received it has decided to handle it: from here on it concerns persons. */
const isBeginning = (from: ComplaintStatus, to: ComplaintStatus): boolean =>
  (from === 'received' || from === 'withdrawal-asked') &&
  to !== 'withdrawal-asked' &&
  to !== 'withdrawn' &&
  to !== 'kept-as-warning'

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
  'close-by-confirmation': 'confirmed',
  'close-without-confirmation': 'without-confirmation',
  'record-late': 'late-entry',
  merge: 'merged',
}

/** The clock whose day an officer may set: nothing in law says when a court will have decided. */
const reviewClocks: Readonly<Partial<Record<ComplaintStatus, string>>> = {
  'waiting-elsewhere': 'elsewhere',
  performance: 'performance',
}

async function moveClocks(
  tx: Tx,
  actor: Actor,
  { complaint, to, action, at, endedAt, reviewOn = null }: Taking & { to: ComplaintStatus },
): Promise<Date | null> {
  const record = { type: 'complaint', id: complaint.id, area: complaint.area }
  const law = await legalTime(tx, dayOf(at))
  const due = await syncClocks(tx, {
    ...{ record, plan: complaintClockPlan, status: to, law, at: endedAt ?? at },
    // What was merged by mistake has waited all the time.
    ...(action === 'unmerge' ? { startsAt: complaint.receivedAt } : {}),
  })
  const kind = reviewClocks[to]
  if (!reviewOn || !kind) return due
  return setClockDue(tx, {
    ...{ recordId: complaint.id, kind, by: actor.id },
    dueAt: startOfDay(reviewOn),
  })
}

/** A complainant's words are always a message; an officer's are what the table says. */
async function carryWords(tx: Tx, actor: Actor, step: Taking): Promise<Buffer | null> {
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
