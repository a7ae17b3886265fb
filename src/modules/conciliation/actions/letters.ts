import type { Actor } from '../../../kernel/actor.ts'
import type { Lang, MessageValues, Reader } from '../../../kernel/reader.ts'
import type { Result } from '../../../kernel/result.ts'
import type { Tx } from '../../../platform/db.ts'
import type { Vault } from '../../../platform/vault/vault.ts'
import { type AgencyId, type AgencyNames, listAgencies } from '../../agencies/index.ts'
import { beginLetterAbout, type LetterId, type LetterTemplate } from '../../letters/index.ts'

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
  const { id, number } = complaint
  const names = to === 'worker' ? [] : (await listAgencies(tx, to as AgencyId[])).map(namesOf)
  return beginLetterAbout(tx, actor, {
    ...{ vault, template, language, at, record: { type: 'complaint', id } },
    values: (reader) => ({ number, ...values(reader) }),
    to: ({ t, name }) => {
      if (to === 'worker') return t('letters.panel.complainant', { number })
      return names.length === 0 ? t('letters.panel.agency') : names.map(name).join(', ')
    },
  })
}

const namesOf = ({ names }: { readonly names: AgencyNames }): AgencyNames => names
