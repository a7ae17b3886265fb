/** What is done before anybody decides for a child, in this order or another. */
export const bestInterestSteps = [
  'child-heard',
  'guardian-checked',
  'needs-known',
  'choices-weighed',
] as const
export type BestInterestStep = (typeof bestInterestSteps)[number]

export const guardians = ['parent', 'relative', 'social-worker', 'nobody'] as const
export type Guardian = (typeof guardians)[number]
export type Involved = 'yes' | 'no' | 'not-known'

export type BestInterest = {
  readonly status: 'open' | 'proposed' | 'decided'
  readonly done: readonly BestInterestStep[]
  readonly guardian: Guardian
  readonly guardianInvolved: Involved
  readonly proposedBy: string | null
}
export type BestInterestRefusal =
  | 'steps-missing'
  | 'guardian-may-be-involved'
  | 'not-in-this-status'
  | 'the-same-person'
  | 'already-done'

/** Whether one person may propose what is best: every step done, and no guardian who may be involved. */
export function refuseProposal(procedure: BestInterest): BestInterestRefusal | null {
  if (procedure.status !== 'open') return 'not-in-this-status'
  if (bestInterestSteps.some((step) => !procedure.done.includes(step))) return 'steps-missing'
  return procedure.guardian !== 'nobody' && procedure.guardianInvolved !== 'no'
    ? 'guardian-may-be-involved'
    : null
}

/** A second person decides. */
export function refuseDecision(procedure: BestInterest, by: string): BestInterestRefusal | null {
  if (procedure.status !== 'proposed') return 'not-in-this-status'
  return procedure.proposedBy === by ? 'the-same-person' : null
}
