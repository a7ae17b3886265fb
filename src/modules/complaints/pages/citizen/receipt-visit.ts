import { complainantActor } from '../../../../kernel/actor.ts'
import type { Db, Tx } from '../../../../platform/db.ts'
import type { Credentials, Identity, Visit } from '../../../../platform/http/route.ts'
import { forgetDraft, keepDraft, openDraft } from '../../actions/draft.ts'
import { findReceiptSession } from '../../store/receipt.ts'

export const caseCookie = 'case'

/** A complainant, where the route admits complainants and her half hour is not over. */
export async function findComplainant(db: Db, sent: Credentials): Promise<Identity | null> {
  const token = sent.cookies[caseCookie]
  if (!token || sent.bearer !== null || !sent.access.includes('complainant')) return null
  const session = await findReceiptSession(db, token, sent.now)
  if (!session) return null
  const { complaintId, personId } = session
  const actor = complainantActor(complaintId, personId ?? undefined)
  return { actor, name: null, scopes: null }
}

type Words = { readonly token: string; readonly words: string | readonly string[] | undefined }

/** Words that were on their way when the session ended, kept under the new one. */
export async function keepWords(tx: Tx, visit: Visit, { token, words }: Words): Promise<void> {
  if (typeof words !== 'string' || words === '') return
  const draft = { kind: 'answers', submission: '', typed: { words }, matches: [] } as const
  await keepDraft(tx, { vault: visit.vault, token, now: visit.now }, draft)
}

export async function keptWords(tx: Tx, visit: Visit): Promise<string> {
  const token = visit.cookies[caseCookie]
  if (!token) return ''
  const draft = await openDraft(tx, { vault: visit.vault, token, now: visit.now })
  const words = draft?.kind === 'answers' ? draft.typed.words : ''
  return typeof words === 'string' ? words : ''
}

export async function forgetWords(tx: Tx, visit: Visit): Promise<void> {
  const token = visit.cookies[caseCookie]
  if (token) await forgetDraft(tx, { vault: visit.vault, token, now: visit.now })
}
