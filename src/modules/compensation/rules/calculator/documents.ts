import { type Day, daysBetween } from '../../../../kernel/days.ts'
import type { CalculationFacts } from './facts.ts'
import { basisOf, type Finding, step } from './finding.ts'
import type { LawOfDays } from './law-of-days.ts'

/** Papers that somebody keeps: they are to be given back. No rule that we hold sets a sum. */
export function documentsWithheld(
  { documents, country }: CalculationFacts,
  law: LawOfDays,
  today: Day,
): readonly Finding[] {
  if (documents.length === 0) return []
  const basis = basisOf(law.on(today), `${country}.document_retention_allowed`)
  const lines = documents.map(({ kind, since }) =>
    since === null || since > today
      ? step('document', { kind: { code: kind } })
      : step('document-since', {
          ...{ kind: { code: kind }, since: { day: since } },
          days: { number: String(daysBetween(since, today)) },
        }),
  )
  const outcome = { kind: 'in-kind', remedy: 'documents-back', mayAsk: null } as const
  const last = step('document-rule', {}, [basis])
  return [{ head: 'documents', owedBy: 'respondent', outcome, steps: [...lines, last] }]
}

/** Somebody who was to leave by a day and did not: to leave by a new day, or the money back. */
export function delayedDeparture(
  { delay }: CalculationFacts,
  law: LawOfDays,
  today: Day,
): readonly Finding[] {
  if (!delay) return []
  const { promisedOn, leftOn, paid } = delay
  const until = leftOn ?? today
  const days = daysBetween(promisedOn, until)
  const head = { head: 'delay', owedBy: 'respondent' } as const
  if (days <= 0)
    return [
      {
        ...head,
        outcome: { kind: 'nothing' },
        steps: [step('delay-none', { promised: { day: promisedOn } })],
      },
    ]
  const book = law.on(promisedOn)
  const bases = ['contract.deployment_deadline_days', 'contract.refund_days'].map((key) =>
    basisOf(book, key),
  )
  const line = step(
    leftOn ? 'delay-left' : 'delay-waiting',
    {
      ...{ promised: { day: promisedOn }, until: { day: until }, days: { number: String(days) } },
    },
    bases,
  )
  const steps = [line, ...(paid && !leftOn ? [step('delay-paid', { paid: { money: paid } })] : [])]
  if (leftOn) return [{ ...head, outcome: { kind: 'unknown', why: 'rule', mayAsk: null }, steps }]
  const mayAsk = paid && paid.minor > 0n ? paid : null
  return [
    { ...head, outcome: { kind: 'in-kind', remedy: 'departure-or-money-back', mayAsk }, steps },
  ]
}
