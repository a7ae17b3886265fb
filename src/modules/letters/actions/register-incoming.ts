import type { Actor } from '../../../kernel/actor.ts'
import type { Day } from '../../../kernel/days.ts'
import { dayOf } from '../../../kernel/days.ts'
import type { Lang } from '../../../kernel/reader.ts'
import { ok, type Result, refuse } from '../../../kernel/result.ts'
import type { Tx } from '../../../platform/db.ts'
import { recordEvent } from '../../../platform/events/record-event.ts'
import type { Files } from '../../../platform/files/files.ts'
import { newId } from '../../../platform/new-id.ts'
import { createPersonKey } from '../../../platform/vault/person-keys.ts'
import type { Vault } from '../../../platform/vault/vault.ts'
import { findOffice } from '../../accounts/index.ts'
import type { GivenFile, KeepRefusal } from '../../evidence/index.ts'
import { type LetterId, type LetterRecord, type LetterText, ministryArea } from '../rules/letter.ts'
import { findLetter, insertLetter, nextLetterNumber } from '../store/letter.ts'
import { insertText } from '../store/words.ts'
import { sealHeading, sealText } from './letter-words.ts'
import { keepScans } from './scan.ts'

export type Incoming = {
  readonly vault: Vault
  readonly files: Files
  /** From whom, about what, under which number of theirs. */
  readonly text: LetterText
  readonly language: Lang
  /** The day that stands on it; null where none does. */
  readonly dated: Day | null
  /** The day on which it really came. */
  readonly receivedOn: Day
  readonly record: LetterRecord | null
  readonly scans: readonly GivenFile[]
  readonly at: Date
}

/** Enters a letter that came in, under the next number of the register of its year. */
export async function registerIncoming(
  tx: Tx,
  actor: Actor,
  given: Incoming,
): Promise<Result<LetterId, 'no-office' | KeepRefusal>> {
  const office = actor.officeId === null ? null : await findOffice(tx, actor.officeId)
  if (!office) return refuse('no-office')
  const { vault, text, at, record } = given
  const id = newId<LetterId>()
  const area = office.province ?? ministryArea
  const { id: keyId, key } = await createPersonKey(tx, vault)
  // The year in which it is entered: the register of a year that ended stays closed.
  const year = Number(dayOf(at).slice(0, 4))
  const number = await nextLetterNumber(tx, { direction: 'incoming', officeId: office.id, year })
  await insertLetter(tx, {
    ...{ id, direction: 'incoming', status: 'received', officeId: office.id, area, keyId },
    ...{ year, number, dated: given.dated, receivedOn: given.receivedOn, holderOfficeId: null },
    ...{ recordType: record?.type ?? null, recordId: record?.id ?? null, language: given.language },
    ...{ template: null, replaces: null, draftedBy: actor.id, draftedAt: at },
    headingSealed: sealHeading(vault, key, text),
  })
  const contentSealed = sealText(vault, key, text)
  await insertText(tx, id, { edition: 1, writtenAt: at, authorId: actor.id, contentSealed })
  await recordEvent(tx, actor, {
    ...{ recordType: 'letter', recordId: id, type: 'letter.received', at, to: 'received', area },
    data: { receivedOn: given.receivedOn, number },
    visibleTo: ['officer'],
  })
  const letter = given.scans.length > 0 ? await findLetter(tx, id) : null
  if (!letter) return ok(id)
  const scans = { vault, files: given.files, given: given.scans, origin: 'paper-scan', at } as const
  const kept = await keepScans(tx, actor, { ...scans, letter, key })
  return kept.ok ? ok(id) : kept
}
