import { z } from 'zod'
import type { Tx } from '../../../platform/db.ts'
import { openPersonKeys } from '../../../platform/vault/person-keys.ts'
import type { DataKey, Vault } from '../../../platform/vault/vault.ts'
import type { Letter, LetterHeading, LetterText } from '../rules/letter.ts'
import type { LetterRow } from '../store/letter.ts'

/** Null where the key was destroyed and nobody can read it any more. */
export type WithHeading = { readonly letter: Letter; readonly heading: LetterHeading | null }

const headingShape = z.object({ correspondent: z.string(), subject: z.string() })
const textShape = headingShape.extend({ reference: z.string().nullable(), body: z.string() })

export const sealHeading = (vault: Vault, key: DataKey, text: LetterHeading): Buffer => {
  const { correspondent, subject } = text
  return vault.seal(key, JSON.stringify({ correspondent, subject }))
}

export const sealText = (vault: Vault, key: DataKey, text: LetterText): Buffer => {
  const { correspondent, subject, reference, body } = text
  return vault.seal(key, JSON.stringify({ correspondent, subject, reference, body }))
}

export const openText = (vault: Vault, key: DataKey, sealed: Uint8Array): LetterText =>
  textShape.parse(JSON.parse(vault.open(key, sealed)))

export const openHeading = (vault: Vault, key: DataKey, sealed: Uint8Array): LetterHeading =>
  headingShape.parse(JSON.parse(vault.open(key, sealed)))

/** The headings of a list, with one question for all keys. */
export async function openHeadings(
  tx: Tx,
  vault: Vault,
  rows: readonly LetterRow[],
): Promise<WithHeading[]> {
  const keys = await openPersonKeys(
    tx,
    vault,
    rows.map(({ keyId }) => keyId),
  )
  return rows.map((letter) => {
    const key = keys.get(letter.keyId)
    if (!key) return { letter, heading: null }
    return { letter, heading: openHeading(vault, key, letter.headingSealed) }
  })
}

/** The key of one letter, or null where it was destroyed. */
export const keyOfLetter = async (
  tx: Tx,
  vault: Vault,
  { keyId }: LetterRow,
): Promise<DataKey | null> => (await openPersonKeys(tx, vault, [keyId])).get(keyId) ?? null
