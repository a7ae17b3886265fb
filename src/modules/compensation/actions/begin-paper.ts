import type { Actor } from '../../../kernel/actor.ts'
import { dayOf } from '../../../kernel/days.ts'
import type { Lang, MessageValues, Reader } from '../../../kernel/reader.ts'
import { type Result, refuse } from '../../../kernel/result.ts'
import type { Tx } from '../../../platform/db.ts'
import type { Vault } from '../../../platform/vault/vault.ts'
import { findGuardedCase, type GuardedCase, listPersons } from '../../complaints/index.ts'
import { type Due, listDues, listPayments, type Payment } from '../../ledger/index.ts'
import { beginLetterAbout, type LetterId } from '../../letters/index.ts'
import type { OutcomeId } from '../rules/outcome.ts'
import { sumsByCurrency } from '../rules/sums.ts'
import {
  listAnswers,
  listOutcomes,
  listRemedies,
  listTerms,
  type SealedOutcome,
  type StoredRemedy,
} from '../store/read-outcomes.ts'

export const moneyPapers = ['payment-receipt', 'payment-plan', 'settlement-statement'] as const
export type MoneyPaper = (typeof moneyPapers)[number]

export type BeginPaper = {
  readonly vault: Vault
  readonly complaintId: string
  readonly personId: string
  readonly paper: MoneyPaper
  /** Of a receipt: only of these payments; of all that came where absent. */
  readonly paymentIds?: readonly string[]
  readonly language: Lang
  readonly at: Date
}
export type PaperRefusal = 'not-found' | 'no-office' | 'nothing-to-write'

/**
 * Begins a paper about the money of one person of a case. She is named by her number in the case
 * alone, as on every paper; her thumb and her name she puts on it herself.
 */
export async function beginMoneyPaper(
  tx: Tx,
  actor: Actor,
  asked: BeginPaper,
): Promise<Result<LetterId, PaperRefusal>> {
  const { vault, complaintId, personId, paper, language, at } = asked
  const found = await findGuardedCase(tx, complaintId)
  const person = found && (await listPersons(tx, found.id)).find(({ id }) => id === personId)
  if (!found || !person) return refuse('not-found')
  const values = await writers[paper](tx, asked, found)
  if (!values) return refuse('nothing-to-write')
  const number = `${found.number}-${person.position}`
  return beginLetterAbout(tx, actor, {
    ...{ vault, language, at, template: paper, record: { type: 'complaint', id: found.id } },
    values: (reader) => ({ number, ...values(reader) }),
    to: ({ t }) => t('letters.panel.complainant', { number }),
  })
}

type Values = (reader: Reader) => MessageValues
type Writer = (tx: Tx, asked: BeginPaper, found: GuardedCase) => Promise<Values | null>

const writers: Readonly<Record<MoneyPaper, Writer>> = {
  'payment-receipt': receipt,
  'payment-plan': plan,
  'settlement-statement': statement,
}

const duesOf = async (tx: Tx, { personId }: BeginPaper, { id }: GuardedCase): Promise<Due[]> =>
  (await listDues(tx, { beneficiaryIds: [personId] })).filter(({ caseId }) => caseId === id)

/** What came, day by day, as she said it or an officer heard it. */
async function receipt(tx: Tx, asked: BeginPaper, found: GuardedCase): Promise<Values | null> {
  const dues = await duesOf(tx, asked, found)
  const dueOf = new Map(dues.map((due) => [due.id, due]))
  const only = asked.paymentIds && new Set(asked.paymentIds)
  const came = (await listPayments(tx, { dueIds: dues.map(({ id }) => id) })).flatMap((payment) => {
    const due = dueOf.get(payment.dueId)
    const counts = payment.status === 'confirmed' && (!only || only.has(payment.id))
    return due && counts ? [{ payment, currency: due.money.currency }] : []
  })
  if (came.length === 0) return null
  return (reader) => ({
    lines: came.map((one) => receivedLine(reader, one)).join('\n'),
    total: sumsText(
      reader,
      came.map(({ payment, currency }) => ({ minor: payment.minor, currency })),
    ),
  })
}

type Came = { readonly payment: Payment; readonly currency: Due['money']['currency'] }
const receivedLine = ({ t, money, day }: Reader, { payment, currency }: Came): string =>
  t('payments.paper.received', {
    sum: money({ minor: payment.minor, currency }),
    day: day(payment.paidOn),
    how: t(`payments.channel.${payment.channel}`),
    slip: payment.reference ?? '—',
  })

/** What is to be paid to her, part by part, and what of it came already. */
async function plan(tx: Tx, asked: BeginPaper, found: GuardedCase): Promise<Values | null> {
  const dues = (await duesOf(tx, asked, found)).filter(notCancelled)
  if (dues.length === 0) return null
  return (reader) => ({
    parts: dues.length,
    lines: dues.map((due, place) => partLine(reader, due, place + 1)).join('\n'),
    total: sumsText(
      reader,
      dues.map(({ money }) => money),
    ),
    came: sumsText(
      reader,
      dues.map(({ received, money }) => ({ minor: received, currency: money.currency })),
    ),
  })
}

const notCancelled = ({ owed, paid, received }: Due): boolean => owed + paid + received > 0n

type Part = Pick<Due, 'money' | 'dueOn'>
const partLine = ({ t, money, day }: Reader, due: Part, place: number): string =>
  t('payments.paper.part', { place, sum: money(due.money), day: day(due.dueOn) })

const sumsText = ({ money }: Reader, sums: Parameters<typeof sumsByCurrency>[0]): string =>
  sumsByCurrency(sums)
    .map((sum) => money(sum))
    .join(' · ')

/** What is read to her before she puts her thumb below it: the last outcome that names her. */
async function statement(tx: Tx, asked: BeginPaper, found: GuardedCase): Promise<Values | null> {
  const outcome = await lastOutcomeOf(tx, asked, found)
  if (!outcome) return null
  const dues = await duesInOutcome(tx, asked, outcome.id)
  const remedies = await listRemedies(tx, { outcomeId: outcome.id, personId: asked.personId })
  return (reader) => ({
    kind: reader.t(`payments.outcome.${outcome.kind}`),
    day: reader.day(outcome.madeOn),
    today: reader.day(dayOf(asked.at)),
    lines: [
      ...dues.map((due, place) => partLine(reader, due, place + 1)),
      ...remedies.map((remedy) => remedyLine(reader, remedy)),
    ].join('\n'),
  })
}

async function lastOutcomeOf(
  tx: Tx,
  { personId }: BeginPaper,
  { id }: GuardedCase,
): Promise<SealedOutcome | null> {
  const answers = await listAnswers(tx, id)
  const hers = new Set(answers.flatMap((row) => (row.personId === personId ? row.outcomeId : [])))
  return (await listOutcomes(tx, id)).findLast((outcome) => hers.has(outcome.id)) ?? null
}

/** What she would get: of one she has not accepted yet, the terms; else the dues that they opened. */
async function duesInOutcome(
  tx: Tx,
  { personId }: BeginPaper,
  outcomeId: OutcomeId,
): Promise<readonly Pick<Due, 'money' | 'dueOn'>[]> {
  const terms = await listTerms(tx, { outcomeId })
  const opened = await listDues(tx, { sourceIds: terms.map(({ id }) => id) })
  const hers = opened.filter((due) => due.beneficiaryId === personId && notCancelled(due))
  if (hers.length > 0) return hers
  return terms
    .filter((term) => term.personId === personId)
    .map(({ minor, currency, dueOn }) => ({ money: { minor, currency }, dueOn }))
}

const remedyLine = ({ t, day }: Reader, { kind, dueOn }: StoredRemedy): string =>
  t('payments.paper.remedy', { what: t(`payments.remedy-kind.${kind}`), day: day(dueOn) })
