import { newId } from '../../../platform/new-id.ts'
import type { DataKey, Vault } from '../../../platform/vault/vault.ts'
import {
  type Answer,
  isBound,
  type NewMoneyTerm,
  type NewRemedy,
  type OutcomeId,
  type OutcomeKind,
  type RemedyId,
  type TermId,
} from '../rules/outcome.ts'
import { addMonths } from '../rules/plan.ts'
import type { RemedyRow, TermRow } from '../store/outcome.ts'

type Within = {
  readonly outcomeId: OutcomeId
  readonly complaintId: string
  readonly kind: OutcomeKind
  readonly answerOf: ReadonlyMap<string, Answer>
  readonly vault: Vault
  readonly key: DataKey
}

const isBinding = ({ kind, answerOf }: Within, personId: string): boolean =>
  isBound(kind, answerOf.get(personId) ?? 'not-reached')

/** A term in money as it is kept; its words under the key of the case. */
export function termRow(term: NewMoneyTerm, within: Within): TermRow {
  const { vault, key, outcomeId, complaintId } = within
  const { personId, debtor, payer, money, dueOn, plan, shares, collector } = term
  const inForce = isBinding(within, personId)
  const recurs = plan.kind === 'until'
  return {
    ...{ id: newId<TermId>(), outcomeId, complaintId, personId, debtor, payer, dueOn, shares },
    ...{ minor: money.minor, currency: money.currency, inForce },
    parts: plan.kind === 'parts' ? plan.parts : 1,
    everyMonths: plan.kind === 'once' ? null : plan.everyMonths,
    untilSealed: recurs ? vault.seal(key, plan.until.trim()) : null,
    nextOn: recurs && inForce ? addMonths(dueOn, plan.everyMonths) : null,
    collectorSealed: collector?.trim() ? vault.seal(key, collector.trim()) : null,
  }
}

/** Something to be done instead of paid; due where she is bound. */
export function remedyRow(term: NewRemedy, within: Within): RemedyRow {
  const { vault, key, outcomeId, complaintId } = within
  const { personId, remedy, debtor, dueOn, words } = term
  return {
    ...{ id: newId<RemedyId>(), outcomeId, complaintId, personId, kind: remedy, debtor, dueOn },
    wordsSealed: words?.trim() ? vault.seal(key, words.trim()) : null,
    status: isBinding(within, personId) ? 'due' : 'agreed',
  }
}
