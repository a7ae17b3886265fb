import type { Actor } from '../../../kernel/actor.ts'
import { ok, type Result } from '../../../kernel/result.ts'
import type { Tx } from '../../../platform/db.ts'
import {
  type CategoryChangeRefusal,
  type CategoryContent,
  checkCategory,
} from '../rules/category-change.ts'
import { readCategories, saveCategory } from '../store/categories.ts'

type Proposed = { readonly content: CategoryContent }

/** Whether the kind of complaint can be changed so as things stand. */
export async function mayChangeCategory(
  tx: Tx,
  { content }: Proposed,
): Promise<Result<null, CategoryChangeRefusal>> {
  return checkCategory(await readCategories(tx), content)
}

export async function changeCategory(
  tx: Tx,
  _actor: Actor,
  { content }: Proposed,
): Promise<Result<null, CategoryChangeRefusal>> {
  const possible = await mayChangeCategory(tx, { content })
  if (!possible.ok) return possible
  await saveCategory(tx, content)
  return ok(null)
}
