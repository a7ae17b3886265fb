import { systemActor } from '../../../kernel/actor.ts'
import { ok } from '../../../kernel/result.ts'
import { type Db, type Tx, transact } from '../../../platform/db.ts'
import { listDues, listShares } from '../../ledger/index.ts'
import { setAwaitsWord } from '../store/complaint.ts'

type Deps = { readonly db: Db }
const actor = systemActor('note-awaited-word')

/** Follows a payment and what somebody says of it: whether money of this case waits for a word. */
export const noteAwaitedWord = ({ db }: Deps, { recordId }: { recordId: string }): Promise<void> =>
  noted(db, async () => [recordId])

/** Follows a draw on a deposit, which pays persons of many cases at once. */
export const noteAwaitedWordOfDraw = (
  { db }: Deps,
  { recordId }: { recordId: string },
): Promise<void> =>
  noted(db, async (tx) => {
    const shares = await listShares(tx, recordId as Parameters<typeof listShares>[1])
    const dues = await listDues(tx, { ids: shares.map(({ dueId }) => dueId) })
    return dues.map(({ caseId }) => caseId)
  })

async function noted(db: Db, find: (tx: Tx) => Promise<readonly string[]>): Promise<void> {
  await transact(db, actor, async (tx) => {
    const caseIds = [...new Set(await find(tx))].sort()
    if (caseIds.length === 0) return ok(null)
    const waiting = await listDues(tx, { caseIds, toConfirm: true })
    await setAwaitsWord(tx, { caseIds, waiting: [...new Set(waiting.map(({ caseId }) => caseId))] })
    return ok(null)
  })
}
