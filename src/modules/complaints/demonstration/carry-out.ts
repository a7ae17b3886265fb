import { type Actor, complainantActor, systemActor } from '../../../kernel/actor.ts'
import type { Result } from '../../../kernel/result.ts'
import type { Tx } from '../../../platform/db.ts'
import type { Vault } from '../../../platform/vault/vault.ts'
import type { Office } from '../../accounts/index.ts'
import { answerComplainant } from '../actions/answer-complainant.ts'
import { answerInquiry } from '../actions/answer-inquiry.ts'
import { assignTo } from '../actions/assign-complaint.ts'
import { addCaseNote } from '../actions/case-file-notes.ts'
import { recordConsent } from '../actions/record-consent.ts'
import { sendMessage } from '../actions/send-message.ts'
import { takeComplaintAction } from '../actions/take-complaint-action.ts'
import { transferComplaint } from '../actions/transfer-complaint.ts'
import type { Complaint } from '../rules/complaint.ts'
import { type ComplaintAction, complaintLifecycle } from '../rules/lifecycle.ts'
import { withdrawalQuestions } from '../rules/withdrawal.ts'
import { findComplaint } from '../store/complaint.ts'
import { listInquiriesOf } from '../store/inquiry.ts'
import { markRead } from '../store/message.ts'
import { isOutsideOffice, type Step } from './journeys.ts'
import type { Staff } from './staff.ts'
import { wordsFor } from './words.ts'

export type Carrying = {
  readonly tx: Tx
  readonly vault: Vault
  readonly staff: Staff
  readonly offices: readonly Office[]
  readonly complaintId: string
  /** Chooses among words and officers. */
  readonly number: number
}
type Taken = Carrying & {
  readonly step: Step
  readonly at: Date
  readonly complaint: Complaint
  readonly words: string
}

/** Takes one step of a case's life by the same action that people take. */
export async function carryOut(carrying: Carrying, step: Step, at: Date): Promise<void> {
  const complaint = await findComplaint(carrying.tx, carrying.complaintId)
  if (!complaint) throw new Error('a complaint of the demonstration is gone')
  const words = wordsFor(step, carrying.number)
  await readBefore(carrying.tx, complaint, { step, at })
  const taken = { ...carrying, step, at, complaint, words }
  const done = await (step in complaintLifecycle.steps ? takeAction(taken) : doTask(taken))
  if (done && !done.ok)
    throw new Error(`demonstration: ${complaint.number} ${step}: ${String(done.refusal)}`)
}

/** Whoever acts has read what the other side wrote. */
async function readBefore(
  tx: Tx,
  { id }: Complaint,
  { step, at }: { step: Step; at: Date },
): Promise<void> {
  if (step === 'receive-agency-answer') return
  await markRead(tx, id, { from: isOutsideOffice(step) ? 'office' : 'complainant', at })
}

type Done = Promise<Result<unknown, unknown> | null>

async function takeAction(taken: Taken): Done {
  const { tx, vault, at, complaint, words } = taken
  const action = taken.step as ComplaintAction
  if (action === 'receive-agency-answer') await answerAsAgency(taken)
  return takeComplaintAction(tx, actorOf(taken), {
    ...{ vault, complaintId: complaint.id, version: null, action, at },
    words: action === 'receive-agency-answer' ? null : words || null,
    call: {
      ...{ spokeWith: 'complainant', asked: withdrawalQuestions },
      calledAt: new Date(at.getTime() - 600_000),
    },
  })
}

function actorOf({ step, complaint, staff, number }: Taken): Actor {
  if (step === 'receive-agency-answer') return systemActor('receive-agency-answer')
  if (isOutsideOffice(step)) return complainantActor(complaint.id)
  // A withdrawal is confirmed by an officer who does not have the case.
  if (step === 'confirm-withdrawal') return staff.otherThan(complaint.ownerId ?? '')
  return complaint.aboutOffice ? staff.inspector() : staff.officerFor(complaint.area, number)
}

async function answerAsAgency({ tx, vault, staff, complaint, words, at }: Taken): Promise<void> {
  const inquiries = await listInquiriesOf(tx, complaint.id)
  const open = inquiries.find(({ status }) => status === 'asked')
  if (!open) throw new Error('demonstration: an agency answers what it was not asked')
  const clerk = staff.clerkOf(open.agencyId)
  const before = new Date(at.getTime() - 1000)
  await answerInquiry(tx, clerk, { vault, inquiryId: open.id, answer: words, at: before })
}

async function doTask(taken: Taken): Done {
  const { tx, vault, at, complaint, words, offices, step } = taken
  const actor = actorOf(taken)
  const on = { vault, complaintId: complaint.id, version: complaint.version, words, at }
  switch (step) {
    case 'take':
      return assignTo(tx, actor, { ...on, ownerId: actor.id })
    case 'answer':
      return answerComplainant(tx, actor, { ...on, messages: null })
    case 'transfer':
      // What is about an office stays with its body.
      if (complaint.aboutOffice) return null
      return transferComplaint(tx, actor, { ...on, officeId: anotherOffice(offices, complaint) })
    case 'consent-name':
      return recordConsent(tx, actor, { ...on, item: 'name', change: 'give', how: 'phone' })
    case 'consent-story':
      return recordConsent(tx, actor, { ...on, item: 'story', change: 'give', how: 'message' })
    case 'note':
      return addCaseNote(tx, actor, on)
    default:
      return sendMessage(tx, actor, on)
  }
}

/** The next province's department. */
function anotherOffice(offices: readonly Office[], { officeId }: Complaint): string {
  const here = offices.findIndex(({ id }) => id === officeId)
  const next = offices[(here + 1) % offices.length]
  if (!next) throw new Error('no offices are loaded')
  return next.id
}
