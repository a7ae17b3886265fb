import { systemActor } from '../../../kernel/actor.ts'
import type { Reader } from '../../../kernel/reader.ts'
import type { Db } from '../../../platform/db.ts'
import type { Files } from '../../../platform/files/files.ts'
import type { Vault } from '../../../platform/vault/vault.ts'
import type { ForwardDoor } from './forward-door.ts'

export type ChatDeps = {
  readonly db: Db
  readonly vault: Vault
  readonly files: Files
  readonly now: () => Date
  /** Which bot it is: each counts its messages by itself. */
  readonly bot: string
  readonly readers: Readonly<Record<'km' | 'en', Reader>>
  readonly door: ForwardDoor
  /** Whom to call, for somebody who is no officer: a name and its numbers a line. */
  readonly helpLines: (reader: Reader) => readonly string[]
}

export const botActor = systemActor('telegram-bot')
