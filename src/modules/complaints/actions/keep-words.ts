import type { Actor } from '../../../kernel/actor.ts'
import type { Tx } from '../../../platform/db.ts'
import { openPersonKeys, type PersonKeyId } from '../../../platform/vault/person-keys.ts'
import type { Vault } from '../../../platform/vault/vault.ts'
import { insertNote } from '../../casework/index.ts'
import type { Complaint } from '../rules/complaint.ts'
import { getDetails } from '../store/details.ts'
import { insertMessage } from '../store/message.ts'

export type Words = {
  readonly vault: Vault
  readonly complaint: Complaint
  readonly as: 'message' | 'note'
  readonly text: string
  readonly at: Date
  /** The person of a group to whom or from whom it is; null for whoever speaks for all. */
  readonly personId?: string | null
}

/** Keeps a message or a note, sealed under the person's key; returns its hash for the event. */
export async function keepWords(tx: Tx, actor: Actor, words: Words): Promise<Buffer> {
  const { vault, complaint, text, at, personId = actor.casePerson ?? null } = words
  const { keyId } = await getDetails(tx, complaint.id)
  const key = (await openPersonKeys(tx, vault, [keyId as PersonKeyId])).get(keyId as PersonKeyId)
  if (!key) throw new Error('the key of an open complaint is gone')
  const bodySealed = vault.seal(key, text)
  if (words.as === 'note') {
    const record = { type: 'complaint', id: complaint.id, area: complaint.area }
    await insertNote(tx, record, { authorId: actor.id, writtenAt: at, keyId, bodySealed })
  } else {
    const fromSide = actor.kind === 'complainant' ? 'complainant' : 'office'
    const authorId = actor.kind === 'complainant' ? 'complainant' : actor.id
    await insertMessage(tx, complaint, {
      ...{ fromSide, authorId, sentAt: at, keyId, bodySealed, personId },
    })
  }
  return vault.contentHash(key, text)
}
