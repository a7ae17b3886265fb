import type { Actor } from '../../../kernel/actor.ts'
import { ok, type Result, refuse } from '../../../kernel/result.ts'
import type { Tx } from '../../../platform/db.ts'
import { recordEvent } from '../../../platform/events/record-event.ts'
import { findLetter } from '../store/letter.ts'
import { keepCompared } from '../store/old-letter.ts'

/** An officer has held the letter against the old register's file: it is no longer unverified. */
export async function compareOldLetter(
  tx: Tx,
  actor: Actor,
  { id, at }: { readonly id: string; readonly at: Date },
): Promise<Result<null, 'not-found'>> {
  const letter = await findLetter(tx, id)
  if (!letter || !(await keepCompared(tx, letter.id, { by: actor.id, at })))
    return refuse('not-found')
  await recordEvent(tx, actor, {
    ...{ recordType: 'letter', recordId: letter.id, type: 'letter.old-file-compared', at },
    ...{ area: letter.area, visibleTo: ['officer'] },
  })
  return ok(null)
}
