import type { Actor } from '../../../kernel/actor.ts'
import { ok, type Result } from '../../../kernel/result.ts'
import type { Tx } from '../../../platform/db.ts'
import { checkHoliday, type HolidayContent, type HolidayRefusal } from '../rules/holiday-change.ts'
import { findFeast, setFeast } from '../store/feasts.ts'

type Proposed = { readonly content: HolidayContent }

/** Whether the days of the feast can be set so as things stand. */
export async function maySetHoliday(
  tx: Tx,
  { content }: Proposed,
): Promise<Result<null, HolidayRefusal>> {
  return checkHoliday(await findFeast(tx, content), content)
}

/** Sets the days of a feast; every clock that may cross them is counted again by a job. */
export async function setHoliday(
  tx: Tx,
  _actor: Actor,
  { content }: Proposed,
): Promise<Result<null, HolidayRefusal>> {
  const possible = await maySetHoliday(tx, { content })
  if (!possible.ok) return possible
  await setFeast(tx, content)
  return ok(null)
}
