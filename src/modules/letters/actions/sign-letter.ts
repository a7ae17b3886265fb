import { ok, type Result, refuse } from '../../../kernel/result.ts'
import type { Tx } from '../../../platform/db.ts'
import type { Files } from '../../../platform/files/files.ts'
import { type SigningRefusal, type SigningVisit, sign } from '../../accounts/index.ts'
import type { LetterText } from '../rules/letter.ts'
import { listCopies } from '../store/copies.ts'
import { listTexts } from '../store/words.ts'
import { issueLetter } from './issue-letter.ts'
import { keyOfLetter, openText } from './letter-words.ts'
import { queueCopies } from './set-copies.ts'
import { annotate, type LetterRefusal, readyFor, recordStep } from './take-step.ts'

export type SignLetter = {
  readonly id: string
  readonly version: number
  readonly note: string | null
}
export type SignRefusal = LetterRefusal | SigningRefusal

/** Who signs, with which browser, and where the signed file goes. */
export type SignersVisit = SigningVisit & { readonly files: Files }

/**
 * Signs a letter: the second factor, then the number of the register, the PDF and the page of
 * verification. All of it or nothing: a number is given only to a letter that is signed.
 */
export async function signLetter(
  tx: Tx,
  visit: SignersVisit,
  { id, version, note }: SignLetter,
): Promise<Result<null, SignRefusal>> {
  const { actor, vault, now: at } = visit
  const asked = { id, version, note, action: 'sign' } as const
  const ready = await readyFor(tx, actor, asked)
  if (!ready.ok) return ready
  const { letter } = ready.value
  const key = await keyOfLetter(tx, vault, letter)
  const [latest] = await listTexts(tx, letter.id)
  if (!key || !latest) return refuse('not-found')
  const text = openText(vault, key, latest.contentSealed)

  const record = { type: 'letter', id: letter.id }
  const recipients = await listCopies(tx, letter.id)
  const names = recipients.map(({ correspondentSealed }) => vault.open(key, correspondentSealed))
  const shown = shownOf(text, names)
  const signed = await sign(tx, visit, { record, meaning: 'letter.sign', shown })
  if (!signed.ok) return signed

  if (!(await issueLetter(tx, visit, { letter, text, key }))) return refuse('changed-meanwhile')
  if (names.length > 0) await queueCopies(tx, letter.id)
  await annotate(tx, actor, { ...asked, vault, at, letter, toOfficeId: null })
  await recordStep(tx, actor, { letter, action: 'sign', to: 'signed', at })
  return ok(null)
}

/** What the signer saw, as text that is always the same. */
const shownOf = (
  { correspondent, subject, reference, body }: LetterText,
  recipients: readonly string[],
): string => [correspondent, subject, reference ?? '', body, recipients.join('\n')].join('\n\n')
