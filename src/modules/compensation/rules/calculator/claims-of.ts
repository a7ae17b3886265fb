import type { Money } from '../../../../kernel/money.ts'
import type { AddClaim } from '../../../complaints/index.ts'
import type { Proposal } from './calculate.ts'
import type { Finding, Head } from './finding.ts'

/** A finding as a claim of a person: a sum, or something in kind whose sum is open. */
export type FoundClaim = {
  readonly kind: AddClaim['kind']
  readonly money: Money | null
  readonly finding: Finding
}

const kinds: Readonly<Record<Head, AddClaim['kind']>> = {
  ...{ wages: 'wages', overtime: 'overtime', deductions: 'wages', charges: 'overcharge' },
  ...{ documents: 'document', delay: 'deployment', injury: 'injury', death: 'death' },
}

/** What of a proposal can be claimed in a case: nothing that is unknown, and no treatment. */
export const claimsOf = ({ findings }: Proposal): readonly FoundClaim[] =>
  findings.flatMap((finding): FoundClaim[] => {
    const { head, outcome } = finding
    if (outcome.kind === 'sum') return [{ kind: kinds[head], money: outcome.money, finding }]
    if (outcome.kind !== 'in-kind' || outcome.remedy === 'treatment') return []
    const back = outcome.mayAsk
    return [
      { kind: kinds[head], money: null, finding },
      ...(back ? [{ kind: 'fee-refund', money: back, finding } as const] : []),
    ]
  })
