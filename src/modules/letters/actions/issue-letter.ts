import { createHash, randomBytes } from 'node:crypto'
import type { Actor } from '../../../kernel/actor.ts'
import { dayOf } from '../../../kernel/days.ts'
import type { Tx } from '../../../platform/db.ts'
import type { Files } from '../../../platform/files/files.ts'
import type { DataKey } from '../../../platform/vault/vault.ts'
import { personNames } from '../../accounts/index.ts'
import { codeFrom } from '../rules/code.ts'
import { type Letter, type LetterText, letterNumber } from '../rules/letter.ts'
import { endDocument, insertLetterDocument } from '../store/document.ts'
import {
  findLetter,
  keepSigned,
  type LetterRow,
  moveLetter,
  nextLetterNumber,
} from '../store/letter.ts'
import { setLetter } from './set-letter.ts'

export type Issue = { readonly letter: LetterRow; readonly text: LetterText; readonly key: DataKey }

export type Issuer = { readonly actor: Actor; readonly files: Files; readonly now: Date }

/** Number, PDF and page of verification at once. False when somebody else moved it first. */
export async function issueLetter(
  tx: Tx,
  { actor, files, now: at }: Issuer,
  { letter, text, key }: Issue,
): Promise<boolean> {
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
