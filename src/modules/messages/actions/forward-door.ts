import type { Actor } from '../../../kernel/actor.ts'
import type { Result } from '../../../kernel/result.ts'
import type { Tx } from '../../../platform/db.ts'
import type { Files } from '../../../platform/files/files.ts'
import type { Vault } from '../../../platform/vault/vault.ts'
import type { GivenFile } from '../../evidence/index.ts'

export type ForwardRefusal = 'not-found' | 'not-your-role' | 'file-not-taken'

export type Forwarding = {
  readonly vault: Vault
  readonly files: Files
  readonly number: string
  /** What it says, and where it comes from. */
  readonly note: string
  readonly file: GivenFile | null
  readonly at: Date
}

/** What a later module offers to whoever forwards something to the bot: records with numbers. */
export type ForwardDoor = {
  /** The number of a record in a text, and the rest of the text; null where there is none. */
  numberIn(text: string): { readonly number: string; readonly rest: string } | null
  /** Puts it to the record, in the officer's own name and with no more rights. Refused, nothing is written. */
  keep(tx: Tx, actor: Actor, forwarding: Forwarding): Promise<Result<null, ForwardRefusal>>
}
