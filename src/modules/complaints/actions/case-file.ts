import type { Actor } from '../../../kernel/actor.ts'
import type { Tx } from '../../../platform/db.ts'
import { listEvents, type TimelineEvent } from '../../../platform/events/record-event.ts'
import type { Vault } from '../../../platform/vault/vault.ts'
import { type Clock, listClocks } from '../../casework/index.ts'
import { kindFacts, listEvidence, type ShownEvidence } from '../../evidence/index.ts'
import { type ConsentItem, findWorker, listConsents, type WorkerId } from '../../workers/index.ts'
import { type CaseTask, offeredTasks } from '../rules/case-tasks.ts'
import type { Claim, Complaint } from '../rules/complaint.ts'
import { offeredComplaintActions } from '../rules/conditions.ts'
import type { ComplaintAction } from '../rules/lifecycle.ts'
import { type Onlooker, type SeenItem, whoSees } from '../rules/who-sees.ts'
import { readCircumstances } from '../store/circumstances.ts'
import { findComplaint } from '../store/complaint.ts'
import {
  type EarlierMatter,
  getContact,
  getDetails,
  listClaims,
  listEarlierMatters,
  type SealedContact,
  type SealedDetails,
} from '../store/details.ts'
import { countGroup } from '../store/group.ts'
import { listInquiriesOf } from '../store/inquiry.ts'
import { findLateEntry } from '../store/late-entry.ts'
import { findFirstName } from '../store/person.ts'
import {
  type JoinedTimeline,
  type Opened,
  type OpenedWords,
  opener,
  readJoined,
  readWritten,
} from './case-words.ts'
import { type Inquiry, openInquiries } from './inquiry-words.ts'
import { itemsToAskFor } from './record-consent.ts'

/** Everything that an officer sees of a case; how to reach her is not among it. */
export type CaseFile = {
  readonly complaint: Complaint
  readonly details: Omit<SealedDetails, 'respondentSealed' | 'storySealed' | 'askedAnswerSealed'>
  readonly contact: Pick<SealedContact, 'relation' | 'way' | 'safeTimes' | 'prefersWoman'>
  readonly words: {
    readonly workerName: Opened
    readonly respondent: Opened
    readonly askedAnswer: Opened
    readonly story: Opened
    /** The person's key is gone: what was sealed under it cannot be read. */
    readonly destroyed: boolean
  }
  readonly claims: readonly Claim[]
  readonly clocks: readonly Clock[]
  readonly events: readonly TimelineEvent[]
  readonly written: readonly OpenedWords[]
  readonly inquiries: readonly Inquiry[]
  readonly evidence: readonly ShownEvidence[]
  readonly consents: readonly ConsentItem[]
  /** What she may still be asked to show, or may take back. */
  readonly consentItems: readonly ConsentItem[]
  readonly earlier: readonly EarlierMatter[]
  /** Cases of the same matter that an officer joined to this one. */
  readonly joined: readonly JoinedTimeline[]
  /** How many persons it concerns now. */
  readonly persons: { readonly in: number }
  /** Where it was solved before anybody entered it. */
  readonly late: Awaited<ReturnType<typeof findLateEntry>>
  readonly sees: Readonly<Record<SeenItem, readonly Onlooker[]>>
  readonly actions: readonly ComplaintAction[]
  readonly tasks: readonly CaseTask[]
}

/** Reads a case for its page; null when there is none that the actor may see. */
export async function readCaseFile(
  tx: Tx,
  actor: Actor,
  { vault, id }: { vault: Vault; id: string },
): Promise<CaseFile | null> {
  const complaint = await findComplaint(tx, id)
  if (!complaint) return null
  const [details, contact, claims, clocks, events, asked, consents, evidence] = await Promise.all([
    getDetails(tx, complaint.id),
    getContact(tx, complaint.id),
    listClaims(tx, complaint.id),
    listClocks(tx, complaint.id),
    listEvents(tx, complaint.id),
    listInquiriesOf(tx, complaint.id),
    listConsents(tx, complaint.id),
    listEvidence(tx, vault, complaint.id),
  ])
  const inquiries = await openInquiries(tx, vault, asked)
  const open = await opener(tx, vault, details)
  const worker = details.workerId ? await findWorker(tx, details.workerId as WorkerId) : null
  const written = await readWritten(tx, actor, { complaint, open: open.text })
  const earlier = await listEarlierMatters(tx, complaint, {
    agencyId: complaint.agencyId,
    respondentIndex: details.respondentIndex,
    contactIndex: contact.contactIndex,
    nameIndex: worker?.nameIndex ?? null,
  })
  const hasRecording = evidence.some(({ summary }) => summary !== null)
  const consentItems = itemsToAskFor(complaint, {
    story: details.storySealed !== null,
    recording: hasRecording,
    name: worker?.nameSealed !== null && worker !== null,
  })
  const [circumstances, counts, joined, late] = await Promise.all([
    readCircumstances(tx, actor, complaint),
    countGroup(tx, complaint.id),
    readJoined(tx, actor, { vault, id: complaint.id }),
    complaint.status === 'closed' ? findLateEntry(tx, complaint.id) : null,
  ])
  const said = [...written, ...joined.flatMap((one) => one.written)]
  const unread = said.filter((words) => words.unread).length
  const { respondentSealed, storySealed, askedAnswerSealed, ...facts } = details
  return {
    ...{ complaint, details: facts, claims, clocks, events, written, inquiries, consents, earlier },
    ...{ contact, consentItems, evidence, late, joined },
    persons: { in: counts.all - counts.left },
    words: {
      // As it was corrected, where it was.
      workerName: open.text((await findFirstName(tx, complaint.id)) ?? worker?.nameSealed ?? null),
      respondent: open.text(respondentSealed),
      askedAnswer: open.text(askedAnswerSealed),
      story: open.text(storySealed),
      destroyed: open.destroyed,
    },
    sees: onlookers({ complaint, details, consents, contact, evidence, worker }),
    actions: offeredComplaintActions(complaint, { actor, circumstances }),
    tasks: offeredTasks(complaint, actor, { way: contact.way, unread }).filter(
      (task) => task !== 'record-consent' || consentItems.length > 0,
    ),
  }
}

type Seen = Pick<CaseFile, 'complaint' | 'consents' | 'evidence'> & {
  readonly details: Pick<SealedDetails, 'helpedBy' | 'storySealed'>
  readonly contact: Pick<SealedContact, 'way'>
  readonly worker: { readonly nameSealed: Uint8Array | null } | null
}

const onlookers = ({ complaint, details, consents, contact, evidence, worker }: Seen) =>
  whoSees({
    ...{ hidden: complaint, openness: complaint.openness },
    consents,
    hasAgency: complaint.agencyId !== null,
    wasHelped: details.helpedBy !== null,
    has: {
      name: worker !== null && worker.nameSealed !== null,
      story: details.storySealed !== null,
      recording: evidence.some(({ kind }) => kindFacts[kind].family === 'audio'),
      contact: contact.way !== 'none',
    },
  })
