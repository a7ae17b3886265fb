import { setImmediate as nextTurn } from 'node:timers/promises'
import { systemActor } from '../../../kernel/actor.ts'
import { ok } from '../../../kernel/result.ts'
import { type Db, type Tx, transact } from '../../../platform/db.ts'
import type { Files } from '../../../platform/files/files.ts'
import type { Vault } from '../../../platform/vault/vault.ts'
import { personNames } from '../../accounts/index.ts'
import { type LetterId, type LetterText, numberOf } from '../rules/letter.ts'
import { keepCopy, listUnsetCopies, queueForLater, type SealedCopy } from '../store/copies.ts'
import { findLetter, type LetterRow } from '../store/letter.ts'
import { listAnnotations, listTexts } from '../store/words.ts'
import { keyOfLetter, openText } from './letter-words.ts'
import { setLetter } from './set-letter.ts'

export type CopyDeps = { readonly db: Db; readonly vault: Vault; readonly files: Files }

const job = 'set_letter_copies'
/** Each piece is a transaction of its own, short enough for other jobs to come between. */
const atOnce = 20

export const queueCopies = (tx: Tx, letterId: LetterId): Promise<void> =>
  queueForLater(tx, job, { letterId })

/** Sets some papers of a letter to many, and leaves the rest to the next job. */
export async function setLetterCopies(deps: CopyDeps, letterId: string): Promise<void> {
  await transact(deps.db, systemActor(job), async (tx) => {
    const letter = await findLetter(tx, letterId)
    if (!letter || letter.code === null) return ok(null)
    const copies = await listUnsetCopies(tx, letter.id, atOnce)
    await setSome(tx, deps, { letter, copies })
    if (copies.length === atOnce) await queueCopies(tx, letter.id)
    return ok(null)
  })
}

type Some = { readonly letter: LetterRow; readonly copies: readonly SealedCopy[] }

async function setSome(tx: Tx, { vault, files }: CopyDeps, { letter, copies }: Some) {
  const key = await keyOfLetter(tx, vault, letter)
  const [latest] = await listTexts(tx, letter.id)
  if (!key || !latest) return
  const text = openText(vault, key, latest.contentSealed)
  for (const { position, correspondentSealed } of copies) {
    const correspondent = vault.open(key, correspondentSealed)
    const pdf = await setOne(tx, letter, { ...text, correspondent })
    await keepCopy(tx, letter.id, { position, file: await files.put(key, pdf) })
    await nextTurn()
  }
}

async function setOne(tx: Tx, letter: LetterRow, text: LetterText): Promise<Buffer> {
  const by = letter.signedBy ?? ''
  const signed = (await listAnnotations(tx, letter.id)).find(({ step }) => step === 'sign')
  return setLetter(tx, {
    ...{ language: letter.language, officeId: letter.officeId, text, code: letter.code },
    ...{ number: numberOf(letter), at: letter.signedAt ?? letter.draftedAt, stamp: null },
    signer: (await personNames(tx, [by])).get(by) ?? null,
    signerOfficeId: signed?.officeId ?? letter.officeId,
  })
}
