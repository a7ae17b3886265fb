import type { Actor } from '../../../kernel/actor.ts'
import { dayOf } from '../../../kernel/days.ts'
import type { Lang, MessageValues, Reader } from '../../../kernel/reader.ts'
import type { Result } from '../../../kernel/result.ts'
import type { Tx } from '../../../platform/db.ts'
import type { Vault } from '../../../platform/vault/vault.ts'
import type { LetterId, LetterRecord, LetterTemplate } from '../rules/letter.ts'
import { type DraftRefusal, draftLetter } from './draft-letter.ts'
import { readerOf } from './readers.ts'
import { templateText } from './template-text.ts'

export type LetterAbout = {
  readonly vault: Vault
  readonly record: LetterRecord
  readonly template: LetterTemplate
  readonly language: Lang
  /** What the words of its kind are filled with, in the language of the paper. */
  readonly values: (reader: Reader) => MessageValues
  readonly to: (reader: Reader) => string
  readonly at: Date
}

/**
 * Begins a letter about a record in the words of its kind, on the actor's own desk: it climbs, is
 * signed and gets its number and its page of verification as every letter does.
 */
export async function beginLetterAbout(
  tx: Tx,
  actor: Actor,
  { vault, record, template, language, values, to, at }: LetterAbout,
): Promise<Result<LetterId, DraftRefusal>> {
  const reader = readerOf(language)
  const asked = { template, lang: language, day: dayOf(at), values: values(reader) }
  const begun = await templateText(tx, asked)
  return draftLetter(tx, actor, {
    ...{ vault, language, template, at, record, replaces: null, recipients: [] },
    text: { ...begun, correspondent: to(reader), reference: null },
  })
}
