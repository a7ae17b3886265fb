import { complaintsAgreeWithEvents } from './modules/complaints/index.ts'
import { proveLedger } from './modules/ledger/index.ts'
import { licencesAgreeWithEvents } from './modules/licences/index.ts'
import type { Config } from './platform/config.ts'
import type { Db } from './platform/db.ts'
import { verifyLedgers } from './platform/events/verify.ts'
import { verifyDigests } from './platform/events/verify-digests.ts'
import type { Files } from './platform/files/files.ts'
import type { Vault } from './platform/vault/vault.ts'
import { makeAdministrator } from './program/admin.ts'
import { makeAsk } from './program/ask.ts'
import { importCommand } from './program/import.ts'
import { keysCommand } from './program/keys.ts'
import { printToken } from './program/token.ts'

/** A command beside the running program: `npm run token -- sokha`. Returns the exit code. */
export type Command = (deps: CommandDeps, words: readonly string[]) => Promise<number>
export type CommandDeps = {
  /** As the owner: row-level security does not hold it. */
  readonly db: Db
  readonly vault: Vault
  readonly files: Files
  readonly config: Config
  readonly now: Date
  readonly say: (line: string) => void
}

/** By the name behind `npm run`. */
export const commands: Readonly<Record<'admin' | 'token' | 'audit' | 'import' | 'keys', Command>> =
  {
    admin: (deps, words) => makeAdministrator(deps, words, makeAsk()),
    token: printToken,
    audit: runAudit,
    import: importCommand,
    keys: keysCommand,
  }

/** Names every event that was changed, removed or slipped in, every record that they contradict, and money that does not add up. */
async function runAudit({ db, vault, say }: CommandDeps): Promise<number> {
  const faults = [
    ...(await verifyLedgers(db)),
    ...(await verifyDigests(db, vault)),
    ...(await licencesAgreeWithEvents(db)),
    ...(await complaintsAgreeWithEvents(db)),
    ...(await proveLedger(db)),
  ]
  for (const { kind, where, id } of faults) say(`${kind}: ${where} ${id}`)
  say(faults.length === 0 ? 'Everything agrees with what was sealed.' : `${faults.length} faults.`)
  return faults.length === 0 ? 0 : 1
}
