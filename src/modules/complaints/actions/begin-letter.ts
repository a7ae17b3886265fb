import type { Actor } from '../../../kernel/actor.ts'
import { dayOf } from '../../../kernel/days.ts'
import type { Lang } from '../../../kernel/reader.ts'
import { type Result, refuse } from '../../../kernel/result.ts'
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
import { findComplaint } from '../store/complaint.ts'

export type BeginLetter = {
  readonly vault: Vault
  readonly complaintId: string
  readonly template: LetterTemplate
  readonly language: Lang
  readonly at: Date
}

/**
 * Begins a letter about a case in the words of its kind. The complainant is named by the number of
 * the case: who needs her name on the paper has looked it up with a reason.
 */
export async function beginLetter(
  tx: Tx,
  actor: Actor,
  { vault, complaintId, template, language, at }: BeginLetter,
): Promise<Result<LetterId, 'not-found' | 'no-office'>> {
  const complaint = await findComplaint(tx, complaintId)
  if (!complaint) return refuse('not-found')
  const reader = readerOf(language)
  const { number, receivedAt, agencyId } = complaint
  const values = { number, day: reader.day(dayOf(receivedAt)) }
  const begun = await templateText(tx, { template, lang: language, day: dayOf(at), values })
  const [asked] = agencyId === null ? [] : await listAgencies(tx, [agencyId as AgencyId])
  const agency = asked ? reader.name(asked.names) : reader.t('letters.panel.agency')
  const complainant = reader.t('letters.panel.complainant', { number })
  return draftLetter(tx, actor, {
    ...{ vault, language, template, at, replaces: null, recipients: [] },
    record: { type: 'complaint', id: complaint.id },
    text: {
      ...begun,
      correspondent: template === 'request-to-agency' ? agency : complainant,
      reference: null,
    },
  })
}
