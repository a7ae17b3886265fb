import type { Actor } from '../../../kernel/actor.ts'
import { dayOf } from '../../../kernel/days.ts'
import type { Lang, MessageValues, Reader } from '../../../kernel/reader.ts'
import type { Result } from '../../../kernel/result.ts'
import type { Tx } from '../../../platform/db.ts'
import type { Vault } from '../../../platform/vault/vault.ts'
import { type AgencyId, listAgencies } from '../../agencies/index.ts'
import {
  draftLetter,
  type LetterId,
  type LetterTemplate,
  readerOf,
  templateText,
} from '../../letters/index.ts'

export type CaseLetter = {
  readonly vault: Vault
  readonly complaint: { readonly id: string; readonly number: string }
  readonly template: LetterTemplate
  readonly language: Lang
  /** To the worker, by the number of her case alone; else to these agencies by name. */
  readonly to: 'worker' | readonly string[]
  readonly values: (reader: Reader) => MessageValues
  readonly at: Date
}

/**
 * Begins a paper of a case on the actor's desk: it climbs, is signed and gets its number as every
 * letter does. Whoever complained is named by the number of the case alone, on every paper.
 */
export async function draftCaseLetter(
  tx: Tx,
  actor: Actor,
  { vault, complaint, template, language, to, values, at }: CaseLetter,
): Promise<Result<LetterId, 'no-office'>> {
  const reader = readerOf(language)
  const asked = { template, lang: language, day: dayOf(at) }
  const given = { number: complaint.number, ...values(reader) }
  const begun = await templateText(tx, { ...asked, values: given })
  return draftLetter(tx, actor, {
    ...{ vault, language, template, at, replaces: null, recipients: [] },
    record: { type: 'complaint', id: complaint.id },
    text: { ...begun, correspondent: await nameOf(tx, reader, { complaint, to }), reference: null },
  })
}

async function nameOf(
  tx: Tx,
  reader: Reader,
  { complaint: { number }, to }: Pick<CaseLetter, 'complaint' | 'to'>,
): Promise<string> {
  if (to === 'worker') return reader.t('letters.panel.complainant', { number })
  const agencies = await listAgencies(tx, to as AgencyId[])
  const names = agencies.map(({ names }) => reader.name(names))
  return names.length === 0 ? reader.t('letters.panel.agency') : names.join(', ')
}
