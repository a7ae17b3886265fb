import type { Actor } from '../../../kernel/actor.ts'
import { type Result, refuse } from '../../../kernel/result.ts'
import type { Tx } from '../../../platform/db.ts'
import type { Vault } from '../../../platform/vault/vault.ts'
import { mayReplace } from '../rules/climb.ts'
import type { LetterId } from '../rules/letter.ts'
import { listCopies } from '../store/copies.ts'
import { findLetter } from '../store/letter.ts'
import { listTexts } from '../store/words.ts'
import { type DraftRefusal, draftLetter } from './draft-letter.ts'
import { keyOfLetter, openText } from './letter-words.ts'

/**
 * Begins a letter in the words of one that was signed. The old one stays in force until the new one
 * is signed; from then on its page names the new one.
 */
export async function replaceLetter(
  tx: Tx,
  actor: Actor,
  { vault, id, at }: { vault: Vault; id: string; at: Date },
): Promise<Result<LetterId, DraftRefusal | 'not-found' | 'not-on-your-desk'>> {
  const letter = await findLetter(tx, id)
  const key = letter && (await keyOfLetter(tx, vault, letter))
  const [latest] = letter ? await listTexts(tx, letter.id) : []
  if (!letter || !key || !latest) return refuse('not-found')
  if (!mayReplace(letter, actor)) return refuse('not-on-your-desk')
  const { recordType, recordId, language } = letter
  const copies = await listCopies(tx, letter.id)
  return draftLetter(tx, actor, {
    ...{ vault, language, at, template: 'free', replaces: letter.id },
    text: openText(vault, key, latest.contentSealed),
    record: recordType && recordId ? { type: recordType, id: recordId } : null,
    recipients: copies.map(({ correspondentSealed }) => vault.open(key, correspondentSealed)),
  })
}
