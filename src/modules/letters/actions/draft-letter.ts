import type { Actor } from '../../../kernel/actor.ts'
import type { Lang } from '../../../kernel/reader.ts'
import { ok, type Result, refuse } from '../../../kernel/result.ts'
import type { Tx } from '../../../platform/db.ts'
import { recordEvent } from '../../../platform/events/record-event.ts'
import { newId } from '../../../platform/new-id.ts'
import { createPersonKey } from '../../../platform/vault/person-keys.ts'
import type { Vault } from '../../../platform/vault/vault.ts'
import { findOffice } from '../../accounts/index.ts'
import { mayWrite } from '../rules/climb.ts'
import {
  type LetterId,
  type LetterRecord,
  type LetterTemplate,
  type LetterText,
  ministryArea,
} from '../rules/letter.ts'
import { insertCopies } from '../store/copies.ts'
import { findLetter, insertLetter, keepHeading } from '../store/letter.ts'
import { insertText } from '../store/words.ts'
import { keyOfLetter, sealHeading, sealText } from './letter-words.ts'

export type NewDraft = {
  readonly vault: Vault
  readonly language: Lang
  readonly template: LetterTemplate
  readonly text: LetterText
  /** What it is about; null for a letter of its own. */
  readonly record: LetterRecord | null
  /** The letter that it takes the place of once it is signed. */
  readonly replaces: LetterId | null
  /** For one letter to many: a paper is set for each once it is signed. */
  readonly recipients: readonly string[]
  readonly at: Date
}
export type DraftRefusal = 'no-office'

/** Begins a letter on the actor's own desk. Its number comes with the signature, not before. */
export async function draftLetter(
  tx: Tx,
  actor: Actor,
  draft: NewDraft,
): Promise<Result<LetterId, DraftRefusal>> {
  const office = actor.officeId === null ? null : await findOffice(tx, actor.officeId)
  if (!office) return refuse('no-office')
  const area = office.province ?? ministryArea
  const { vault, text, at, record } = draft
  const id = newId<LetterId>()
  const { id: keyId, key } = await createPersonKey(tx, vault)
  await insertLetter(tx, {
    ...{ id, direction: 'outgoing', status: 'drafted', officeId: office.id, area, keyId },
    ...{ year: null, number: null, dated: null, receivedOn: null, holderOfficeId: office.id },
    ...{ recordType: record?.type ?? null, recordId: record?.id ?? null },
    ...{ language: draft.language, template: draft.template, replaces: draft.replaces },
    ...{ draftedBy: actor.id, draftedAt: at },
    headingSealed: sealHeading(vault, key, text),
  })
  const contentSealed = sealText(vault, key, text)
  await insertText(tx, id, { edition: 1, writtenAt: at, authorId: actor.id, contentSealed })
  const sealed = draft.recipients.map((recipient) => vault.seal(key, recipient))
  if (sealed.length > 0) await insertCopies(tx, id, sealed)
  await recordEvent(tx, actor, {
    ...{ recordType: 'letter', recordId: id, type: 'letter.drafted', at, to: 'drafted', area },
    data: { template: draft.template, about: record?.type ?? null },
    visibleTo: ['officer'],
  })
  return ok(id)
}

export type WriteText = {
  readonly vault: Vault
  readonly id: string
  readonly version: number
  readonly text: LetterText
  readonly at: Date
}
export type WriteRefusal = 'not-found' | 'changed-meanwhile' | 'not-on-your-desk'

/** Another wording, by whoever has it on the desk; the earlier ones stay readable. */
export async function writeText(
  tx: Tx,
  actor: Actor,
  { vault, id, version, text, at }: WriteText,
): Promise<Result<null, WriteRefusal>> {
  const letter = await findLetter(tx, id)
  const key = letter && (await keyOfLetter(tx, vault, letter))
  if (!letter || !key) return refuse('not-found')
  if (!mayWrite(letter, actor)) return refuse('not-on-your-desk')
  if (letter.version !== version) return refuse('changed-meanwhile')
  const edition = letter.edition + 1
  const headingSealed = sealHeading(vault, key, text)
  if (!(await keepHeading(tx, letter, { headingSealed, edition })))
    return refuse('changed-meanwhile')
  const contentSealed = sealText(vault, key, text)
  await insertText(tx, letter.id, { edition, writtenAt: at, authorId: actor.id, contentSealed })
  await recordEvent(tx, actor, {
    ...{ recordType: 'letter', recordId: letter.id, type: 'letter.rewritten', at },
    ...{ area: letter.area, data: { edition }, visibleTo: ['officer'] },
  })
  return ok(null)
}
