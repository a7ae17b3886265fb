import type { Tx } from '../../../platform/db.ts'
import { openPersonKeys, type PersonKeyId } from '../../../platform/vault/person-keys.ts'
import type { Vault } from '../../../platform/vault/vault.ts'

export type Words = {
  seal(text: string): Buffer
  /** Null where there is nothing, or its key was destroyed. */
  open(sealed: Uint8Array | null): string | null
  readonly isGone: boolean
}

/** Seals and opens what is written about somebody, under her key in this matter. */
export async function wordsUnder(tx: Tx, vault: Vault, keyId: string): Promise<Words> {
  const id = keyId as PersonKeyId
  const key = (await openPersonKeys(tx, vault, [id])).get(id)
  return {
    isGone: key === undefined,
    seal(text) {
      if (!key) throw new Error('the key of an open matter is gone')
      return vault.seal(key, text)
    },
    open: (sealed) => (sealed && key ? vault.open(key, sealed) : null),
  }
}
