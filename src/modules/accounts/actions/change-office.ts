import type { Actor } from '../../../kernel/actor.ts'
import { ok, type Result } from '../../../kernel/result.ts'
import type { Tx } from '../../../platform/db.ts'
import {
  checkOffice,
  type OfficeChangeRefusal,
  type OfficeContent,
} from '../rules/office-change.ts'
import { listKnownOffices, saveOffice } from '../store/change-office.ts'

type Proposed = { readonly content: OfficeContent }

/** Whether the office can be changed so as things stand. */
export async function mayChangeOffice(
  tx: Tx,
  { content }: Proposed,
): Promise<Result<null, OfficeChangeRefusal>> {
  return checkOffice(await listKnownOffices(tx), content)
}

export async function changeOffice(
  tx: Tx,
  _actor: Actor,
  { content }: Proposed,
): Promise<Result<null, OfficeChangeRefusal>> {
  const possible = await mayChangeOffice(tx, { content })
  if (!possible.ok) return possible
  await saveOffice(tx, content)
  return ok(null)
}
