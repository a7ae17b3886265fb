import type { Actor } from '../../../kernel/actor.ts'
import type { Tx } from '../../../platform/db.ts'
import type { DataKey, Vault } from '../../../platform/vault/vault.ts'
import {
  listOffices,
  listSignatures,
  type Office,
  type PersonNames,
  personNames,
  type Signature,
} from '../../accounts/index.ts'
import { listEvidence, type ShownEvidence } from '../../evidence/index.ts'
import { lineAbove, mayReplace, mayWrite, offeredLetterActions } from '../rules/climb.ts'
import type { Letter, LetterText } from '../rules/letter.ts'
import type { LetterAction } from '../rules/lifecycle.ts'
import { listCopies } from '../store/copies.ts'
import { findLetter, type LetterRow } from '../store/letter.ts'
import { listAnnotations, listTexts, type SealedAnnotation } from '../store/words.ts'
import { keyOfLetter, openHeading, openText } from './letter-words.ts'
import { awaitsScan } from './scan.ts'

export type Annotation = Omit<SealedAnnotation, 'bodySealed'> & { readonly body: string | null }
export type Edition = {
  readonly edition: number
  readonly writtenAt: Date
  readonly authorId: string
  readonly text: LetterText
}

/** A letter with everything that its page says; words are null where its key was destroyed. */
export type LetterFile = {
  readonly letter: Letter
  readonly text: LetterText | null
  /** Earlier wordings, the newest first. */
  readonly earlier: readonly Edition[]
  readonly annotations: readonly Annotation[]
  readonly signatures: readonly Signature[]
  /** From the office that wrote it to the top. */
  readonly line: readonly Office[]
  readonly offices: ReadonlyMap<string, Office>
  readonly people: ReadonlyMap<string, PersonNames>
  /** What was scanned of it, the oldest first. */
  readonly scans: readonly ShownEvidence[]
  readonly awaitsScan: boolean
  readonly copies: readonly { readonly name: string; readonly isSet: boolean }[]
  readonly actions: readonly LetterAction[]
  readonly mayWrite: boolean
  readonly mayReplace: boolean
}

/** Reads a letter for its page; null when there is none that the actor may see. */
export async function readLetter(
  tx: Tx,
  actor: Actor,
  { vault, id }: { vault: Vault; id: string },
): Promise<LetterFile | null> {
  const letter = await findLetter(tx, id)
  if (!letter) return null
  const [key, texts, notes, signatures, offices, copies, scans] = await Promise.all([
    keyOfLetter(tx, vault, letter),
    listTexts(tx, letter.id),
    listAnnotations(tx, letter.id),
    listSignatures(tx, { type: 'letter', id: letter.id }),
    listOffices(tx),
    listCopies(tx, letter.id),
    listEvidence(tx, vault, letter.id),
  ])
  const editions = key ? texts.map((text) => opened(vault, key, text)) : []
  const byId = new Map(offices.map((office) => [office.id, office]))
  const line = lineAbove(letter.officeId, offices)
  return {
    ...{ letter, signatures, scans, offices: byId },
    text: editions[0]?.text ?? (key && letter.oldNumber ? oldText(vault, key, letter) : null),
    earlier: editions.slice(1),
    annotations: notes.map(({ bodySealed, ...note }) => ({
      ...note,
      body: bodySealed && key ? vault.open(key, bodySealed) : null,
    })),
    line: line.flatMap((officeId) => byId.get(officeId) ?? []),
    people: await personNames(tx, [
      ...[letter.draftedBy, letter.signedBy, letter.comparedBy].filter((one) => one !== null),
      ...notes.map(({ authorId }) => authorId),
      ...editions.map(({ authorId }) => authorId),
    ]),
    copies: key
      ? copies.map(({ correspondentSealed, pdfFile }) => ({
          name: vault.open(key, correspondentSealed),
          isSet: pdfFile !== null,
        }))
      : [],
    actions: offeredLetterActions(letter, { actor, offices }),
    awaitsScan: awaitsScan(letter),
    mayWrite: mayWrite(letter, actor),
    mayReplace: mayReplace(letter, actor),
  }
}

/** Of a letter of the old register only what stands in the register is known. */
const oldText = (vault: Vault, key: DataKey, letter: LetterRow): LetterText => ({
  ...openHeading(vault, key, letter.headingSealed),
  reference: letter.oldNumber,
  body: '',
})

const opened = (
  vault: Vault,
  key: DataKey,
  { contentSealed, ...text }: Awaited<ReturnType<typeof listTexts>>[number],
): Edition => ({ ...text, text: openText(vault, key, contentSealed) })
