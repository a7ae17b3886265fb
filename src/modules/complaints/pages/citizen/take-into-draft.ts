import type { Tx } from '../../../../platform/db.ts'
import type { FormBody, Visit } from '../../../../platform/http/route.ts'
import { emptyDraft, holdDraft } from '../../actions/draft.ts'
import { type AnswersDraft, draftKeyOf, keepForBrowser, newKeyFor } from './draft-visit.ts'

/**
 * Puts what somebody found out elsewhere on this site into her complaint that is not sent yet: only
 * where she has not answered herself, and words after her own. False where this browser holds the
 * numbers of a complaint that was sent: they are not thrown away unasked.
 */
export async function takeIntoDraft(tx: Tx, visit: Visit, found: FormBody): Promise<boolean> {
  const kept = draftKeyOf(visit)
  const held = kept && (await holdDraft(tx, kept))
  if (held?.kind === 'sent') return false
  const draft = held ?? (emptyDraft() as AnswersDraft)
  const key = held && kept ? kept : newKeyFor(visit)
  const { story: own } = draft.typed
  const story = typeof own === 'string' && own !== '' ? own : null
  const words = [story, found.story].filter((text) => typeof text === 'string').join('\n\n')
  const typed = { ...found, ...withoutEmpty(draft.typed), ...(words ? { story: words } : {}) }
  await keepForBrowser(tx, visit, { key, draft: { ...draft, typed } })
  return true
}

const withoutEmpty = (typed: FormBody): FormBody =>
  Object.fromEntries(Object.entries(typed).filter(([, value]) => value !== ''))
