import type { Tx } from '../../../platform/db.ts'
import type { FileHash, Files } from '../../../platform/files/files.ts'
import type { Vault } from '../../../platform/vault/vault.ts'
import { listCopies } from '../store/copies.ts'
import { findLetter } from '../store/letter.ts'
import { listTexts } from '../store/words.ts'
import { keyOfLetter, openText } from './letter-words.ts'
import { setLetter } from './set-letter.ts'

type Printing = {
  readonly vault: Vault
  readonly files: Files
  readonly id: string
  readonly at: Date
}

/** The signed PDF, or what it would look like now, marked as a draft; null where there is none. */
export async function printLetter(
  tx: Tx,
  { vault, files, id, at }: Printing,
): Promise<Buffer | null> {
  const letter = await findLetter(tx, id)
  const key = letter && (await keyOfLetter(tx, vault, letter))
  if (!letter || !key || letter.direction === 'incoming') return null
  if (letter.pdfFile !== null) return files.get(key, letter.pdfFile as FileHash)
  const [latest] = await listTexts(tx, letter.id)
  if (!latest) return null
  const text = openText(vault, key, latest.contentSealed)
  const { language, officeId } = letter
  return setLetter(tx, {
    ...{ language, officeId, text, at, number: null, code: null, signer: null },
    signerOfficeId: letter.holderOfficeId ?? officeId,
    stamp: letter.status === 'withdrawn' ? 'withdrawn' : 'draft',
  })
}

/** The paper for one of many; null where it is not set yet. */
export async function printCopy(
  tx: Tx,
  { vault, files, id, position }: Omit<Printing, 'at'> & { readonly position: number },
): Promise<Buffer | null> {
  const letter = await findLetter(tx, id)
  const key = letter && (await keyOfLetter(tx, vault, letter))
  if (!letter || !key) return null
  const copy = (await listCopies(tx, letter.id)).find((each) => each.position === position)
  return copy?.pdfFile ? files.get(key, copy.pdfFile) : null
}
