import { dayOf } from '../../../kernel/days.ts'
import type { Currency } from '../../../kernel/money.ts'
import type { Tx } from '../../../platform/db.ts'
import { newId } from '../../../platform/new-id.ts'
import type { CasePerson } from '../../complaints/index.ts'
import {
  type DueId,
  type NewDue,
  openDues,
  type PaymentId,
  recordPayments,
} from '../../ledger/index.ts'
import { afterCredit } from '../rules/credit.ts'
import type { OutcomeKind, Plan } from '../rules/outcome.ts'
import { plannedSums } from '../rules/plan.ts'
import { insertCredits } from '../store/end-outcome.ts'
import type { TermRow } from '../store/outcome.ts'
import type { StoredTerm } from '../store/read-outcomes.ts'
import { paidBefore } from './end-outcome.ts'

/** A term as it was just written, or as it was read again. */
type Term = TermRow | StoredTerm
type Opening = {
  readonly terms: readonly Term[]
  readonly persons: readonly Pick<CasePerson, 'id' | 'position'>[]
  readonly kind: OutcomeKind
  /** The number of the case and the place of the outcome in it. */
  readonly reference: string
  /** Only what is to be paid beyond what was paid under an outcome that has ended. */
  readonly takesCredit?: boolean
  readonly at: Date
}

/**
 * Opens what these terms ask for in the ledger, all at once. What was paid already is recorded as
 * paid beside it: it still counts only when she says that it came.
 */
export async function openDuesOfTerms(
  tx: Tx,
  { terms, persons, kind, reference, takesCredit = false, at }: Opening,
): Promise<number> {
  const places = new Map<string, number>(persons.map(({ id, position }) => [id, position]))
  const dues = terms.flatMap((term) =>
    duesOf(term).map((due) => ({
      ...due,
      reference: `${reference}-${places.get(due.beneficiaryId) ?? 0}`,
    })),
  )
  const open = takesCredit ? await afterWhatWasPaid(tx, { terms, dues, at }) : dues
  const opened = await openDues(tx, { at, dues: open })
  if (!opened.ok) throw new Error('the sums of an outcome were looked at before')
  if (kind === 'paid-already') await recordAsPaid(tx, { terms, dues, at })
  return open.length
}

type Opened = Pick<Opening, 'terms' | 'at'> & { readonly dues: readonly NewDue[] }

async function afterWhatWasPaid(tx: Tx, { terms, dues, at }: Opened): Promise<NewDue[]> {
  const [term] = terms
  if (!term) return []
  const { outcomeId, complaintId } = term
  const after = afterCredit(dues, await paidBefore(tx, complaintId))
  await insertCredits(tx, { outcomeId, complaintId, at, credited: after.credited })
  return after.dues
}

const planOf = ({ parts, everyMonths, untilSealed }: Term): Plan =>
  everyMonths === null || untilSealed !== null
    ? { kind: 'once' }
    : { kind: 'parts', parts, everyMonths }

/** The dues of one term; of one that recurs the next of them. */
const duesOf = (term: Term): Omit<NewDue, 'reference'>[] =>
  plannedSums({ ...term, plan: planOf(term) }).map(({ personId, minor, dueOn }) => ({
    ...{ id: newId<DueId>(), caseId: term.complaintId, beneficiaryId: personId, dueOn },
    ...{ debtor: term.debtor, money: { minor, currency: term.currency as Currency } },
    source: { type: 'money-term', id: term.id },
  }))

async function recordAsPaid(tx: Tx, { terms, dues, at }: Opened): Promise<void> {
  const payerOf = new Map<string, Term['payer']>(terms.map(({ id, payer }) => [id, payer]))
  const today = dayOf(at)
  const recorded = await recordPayments(tx, {
    at,
    source: { type: 'outcome', id: terms[0]?.outcomeId ?? newId<string>() },
    payments: dues.map(({ id, beneficiaryId, money, dueOn, source }) => ({
      ...{ id: newId<PaymentId>(), dueId: id, beneficiaryId, minor: money.minor },
      paidOn: dueOn < today ? dueOn : today,
      ...{ channel: 'elsewhere', payer: payerOf.get(source.id) ?? null },
      ...{ reference: null, evidenceId: null },
    })),
  })
  if (!recorded.ok) throw new Error(`what was paid already: ${recorded.refusal}`)
}
