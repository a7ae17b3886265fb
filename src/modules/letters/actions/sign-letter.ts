import { createHash, randomBytes } from 'node:crypto'
import { dayOf } from '../../../kernel/days.ts'
import { ok, type Result, refuse } from '../../../kernel/result.ts'
import type { Tx } from '../../../platform/db.ts'
import type { Files } from '../../../platform/files/files.ts'
import type { DataKey } from '../../../platform/vault/vault.ts'
import { personNames, type SigningRefusal, type SigningVisit, sign } from '../../accounts/index.ts'
import { codeFrom } from '../rules/code.ts'
import { type Letter, type LetterText, letterNumber } from '../rules/letter.ts'
import { listCopies } from '../store/copies.ts'
import { endDocument, insertLetterDocument } from '../store/document.ts'
import {
  findLetter,
  keepSigned,
  type LetterRow,
  moveLetter,
  nextLetterNumber,
} from '../store/letter.ts'
import { listTexts } from '../store/words.ts'
import { keyOfLetter, openText } from './letter-words.ts'
import { queueCopies } from './set-copies.ts'
import { setLetter } from './set-letter.ts'
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

  if (!(await issue(tx, visit, { letter, text, key }))) return refuse('changed-meanwhile')
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

type Issue = { readonly letter: LetterRow; readonly text: LetterText; readonly key: DataKey }

/** False when somebody else moved it first. */
async function issue(tx: Tx, visit: SignersVisit, { letter, text, key }: Issue): Promise<boolean> {
  const { actor, files, now: at } = visit
  const day = dayOf(at)
  const year = Number(day.slice(0, 4))
  const { officeId, language } = letter
  const number = await nextLetterNumber(tx, { direction: 'outgoing', officeId, year })
  const shown = letterNumber(number, year)
  const code = codeFrom(randomBytes(16))
  const signer = (await personNames(tx, [actor.id])).get(actor.id) ?? null
  const signerOfficeId = letter.holderOfficeId ?? officeId
  const toSet = { language, officeId, text, number: shown, code, at, signer, signerOfficeId }
  const pdf = await setLetter(tx, { ...toSet, stamp: null })
  const pdfFile = await files.put(key, pdf)
  const pdfHash = createHash('sha256').update(pdf).digest()
  await insertLetterDocument(tx, {
    ...{ code, letterId: letter.id, number: shown, officeId, dated: day, issuedAt: at, pdfHash },
  })
  const kept = { year, number, dated: day, by: actor.id, at, code, pdfFile }
  if (!(await keepSigned(tx, letter, kept))) return false
  if (letter.replaces !== null) await takePlaceOf(tx, { id: letter.replaces, code, at })
  return true
}

/** The letter before it is not in force any more, and its page names the new one. */
async function takePlaceOf(
  tx: Tx,
  { id, code, at }: { id: string; code: string; at: Date },
): Promise<void> {
  const before: Letter | null = await findLetter(tx, id)
  if (!before || before.code === null) return
  await endDocument(tx, { code: before.code, from: dayOf(at), replacedBy: code })
  const move = { status: 'withdrawn', holderOfficeId: null, sentOn: before.sentOn, at } as const
  await moveLetter(tx, before, move)
}
