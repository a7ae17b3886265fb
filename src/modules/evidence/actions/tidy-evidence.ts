import { systemActor } from '../../../kernel/actor.ts'
import { ok } from '../../../kernel/result.ts'
import { type Db, type Tx, transact } from '../../../platform/db.ts'
import type { Files } from '../../../platform/files/files.ts'
import { listUnfinished, queueCheck } from '../store/checking.ts'
import {
  dropHeldFiles,
  forgetFiles,
  listEndedFiles,
  listUnreadable,
  namedFiles,
} from '../store/files.ts'

type TidyDeps = { readonly db: Db; readonly files: Files; readonly now: () => Date }

/** By then whatever was to name a file has been committed, or never will be. */
const dayInMs = 86_400_000
/** Longer than any file takes to be looked through. */
const patienceInMs = 10 * 60_000

/**
 * Removes files that nobody can or will read: of drafts that ended, of transactions that were undone,
 * and of persons whose key is gone. And lets be done what a killed worker left.
 */
export async function tidyEvidence(deps: TidyDeps): Promise<void> {
  const { db, now } = deps
  await removeEnded(deps)
  await removeUnreadable(deps)
  await removeUnnamed(deps)
  await inTurn(db, async (tx) => {
    for (const id of await listUnfinished(tx, new Date(now().getTime() - patienceInMs)))
      await queueCheck(tx, id)
  })
}

async function removeEnded({ db, files, now }: TidyDeps): Promise<void> {
  await inTurn(db, async (tx) => {
    const ended = await listEndedFiles(tx, now())
    for (const hash of ended) await files.remove(hash)
    await dropHeldFiles(tx, ended)
  })
}

async function removeUnreadable({ db, files }: TidyDeps): Promise<void> {
  await inTurn(db, async (tx) => {
    for (const { id, hashes } of await listUnreadable(tx)) {
      for (const hash of hashes) await files.remove(hash)
      await forgetFiles(tx, id)
    }
  })
}

async function removeUnnamed({ db, files, now }: TidyDeps): Promise<void> {
  const old = await files.unclaimed(new Date(now().getTime() - dayInMs))
  const named = await inTurn(db, (tx) => namedFiles(tx, old))
  // Those of a draft go with it all the same: by their names in the table.
  for (const hash of old) await (named.has(hash) ? files.claim(hash) : files.remove(hash))
}

async function inTurn<T>(db: Db, work: (tx: Tx) => Promise<T>): Promise<T> {
  const done = await transact<T, never>(db, systemActor('tidy-evidence'), async (tx) =>
    ok(await work(tx)),
  )
  return done.ok ? done.value : done.refusal
}
