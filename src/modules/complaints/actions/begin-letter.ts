import type { Actor } from '../../../kernel/actor.ts'
import { dayOf } from '../../../kernel/days.ts'
import type { Lang } from '../../../kernel/reader.ts'
import { type Result, refuse } from '../../../kernel/result.ts'
import type { Tx } from '../../../platform/db.ts'
import type { Vault } from '../../../platform/vault/vault.ts'
import { type AgencyId, listAgencies } from '../../agencies/index.ts'
import { beginLetterAbout, type LetterId, type LetterTemplate } from '../../letters/index.ts'
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
  const { number, receivedAt, agencyId } = complaint
  const [asked] = agencyId === null ? [] : await listAgencies(tx, [agencyId as AgencyId])
  return beginLetterAbout(tx, actor, {
    ...{ vault, template, language, at, record: { type: 'complaint', id: complaint.id } },
    values: ({ day }) => ({ number, day: day(dayOf(receivedAt)) }),
    to: ({ t, name }) => {
      if (template !== 'request-to-agency') return t('letters.panel.complainant', { number })
      return asked ? name(asked.names) : t('letters.panel.agency')
    },
  })
}
