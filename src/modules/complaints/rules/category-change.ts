import { z } from 'zod'
import { ok, type Result, refuse } from '../../../kernel/result.ts'
import type { Category } from './category.ts'

const names = z.object({ km: z.string(), en: z.string() })
const state = z.object({ names, sensitive: z.boolean(), retired: z.boolean() })

/** A kind of complaint as it is proposed: renamed, added or retired. */
export const categoryContent = state.extend({
  code: z.string().regex(/^[a-z_]+$/),
  group: z.string(),
  /** As it was when it was proposed; null for a new one. */
  was: state.nullable(),
})
export type CategoryContent = z.output<typeof categoryContent>

export type CategoryChangeRefusal =
  | 'category-code-taken'
  | 'changed-meanwhile'
  | 'no-such-category'
  | 'nothing-changes'

/** Nothing is ever deleted: cases keep the kind that they were given. */
export function checkCategory(
  categories: readonly Category[],
  content: CategoryContent,
): Result<null, CategoryChangeRefusal> {
  const known = categories.find(({ code }) => code === content.code)
  if (content.was === null) {
    if (known) return refuse('category-code-taken')
    return categories.some(({ group }) => group === content.group)
      ? ok(null)
      : refuse('no-such-category')
  }
  if (!known) return refuse('no-such-category')
  if (stateKey(known) !== stateKey(content.was)) return refuse('changed-meanwhile')
  return stateKey(known) === stateKey(content) ? refuse('nothing-changes') : ok(null)
}

const stateKey = ({ names, sensitive, retired }: z.output<typeof state>): string =>
  JSON.stringify([names.km, names.en, sensitive, retired])
