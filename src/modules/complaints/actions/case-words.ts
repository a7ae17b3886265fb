import { type Actor, hasRole } from '../../../kernel/actor.ts'
import type { Tx } from '../../../platform/db.ts'
import { listEvents, type TimelineEvent } from '../../../platform/events/record-event.ts'
import { openPersonKeys } from '../../../platform/vault/person-keys.ts'
import type { Vault } from '../../../platform/vault/vault.ts'
import { listNotes } from '../../casework/index.ts'
import { caseHandlers } from '../rules/case-tasks.ts'
import type { Complaint } from '../rules/complaint.ts'
import { getDetails, type SealedDetails } from '../store/details.ts'
import { type JoinedCase, listJoined } from '../store/merge.ts'
import { listMessages } from '../store/message.ts'

/** A text that was opened; null where its key was destroyed and nobody can read it any more. */
export type Opened = string | null
export type OpenedWords = {
  readonly kind: 'message' | 'note'
  readonly from: 'complainant' | 'office'
  readonly authorId: string
  readonly at: Date
  readonly text: Opened
  readonly unread: boolean
  /** Of one person of a group, by her place in the case. */
  readonly position: number | null
}

type Open = (sealed: Uint8Array | null) => Opened

export async function opener(
  tx: Tx,
  vault: Vault,
  { keyId }: Pick<SealedDetails, 'keyId'>,
): Promise<{ text: Open; destroyed: boolean }> {
  const key = (await openPersonKeys(tx, vault, [keyId])).get(keyId)
  return {
    text: (sealed) => (sealed && key ? vault.open(key, sealed) : null),
    destroyed: key === undefined,
  }
}

/** Messages of both sides, and for the ministry's officers their notes, oldest first. */
export async function readWritten(
  tx: Tx,
  actor: Actor,
  { complaint, open }: { complaint: Pick<Complaint, 'id'>; open: Open },
): Promise<OpenedWords[]> {
  const messages = await listMessages(tx, complaint.id)
  const notes = hasRole(actor, ...caseHandlers) ? await listNotes(tx, complaint.id) : []
  return [
    ...messages.map((message) => ({
      ...{ kind: 'message' as const, from: message.fromSide, authorId: message.authorId },
      ...{ at: message.sentAt, text: open(message.bodySealed) },
      unread: message.fromSide === 'complainant' && message.readAt === null,
      position: message.position,
    })),
    ...notes.map((note) => ({
      ...{ kind: 'note' as const, from: 'office' as const, authorId: note.authorId },
      ...{ at: note.writtenAt, text: open(note.bodySealed), unread: false, position: null },
    })),
  ].sort((a, b) => a.at.getTime() - b.at.getTime())
}

/** What happened in a case that was joined to this one, before and since. */
export type JoinedTimeline = JoinedCase & {
  readonly events: readonly TimelineEvent[]
  readonly written: readonly OpenedWords[]
}

/** The timelines of the cases that were joined to this one, each opened by its own key. */
export async function readJoined(
  tx: Tx,
  actor: Actor,
  { vault, id }: { vault: Vault; id: string },
): Promise<JoinedTimeline[]> {
  const timelines: JoinedTimeline[] = []
  for (const joined of await listJoined(tx, id)) {
    const open = await opener(tx, vault, await getDetails(tx, joined.id))
    const written = await readWritten(tx, actor, { complaint: joined, open: open.text })
    timelines.push({ ...joined, events: await listEvents(tx, joined.id), written })
  }
  return timelines
}
