import type { Tx } from '../../../platform/db.ts'

/** Of a hidden case, what oversight reads: codes and dates, nobody's name and nobody's words. */
export type OverseenCase = {
  readonly id: string
  readonly number: string
  readonly hiddenAs: 'protected' | 'about-office' | 'both'
  readonly officeId: string
  /** The body outside that answers for it, by its code. */
  readonly outsideBody: string | null
  readonly status: string
  readonly receivedAt: Date
  readonly nextDueAt: Date | null
  readonly hasOwner: boolean
  readonly hasCaseworker: boolean | null
  readonly screenedAt: Date | null
  readonly referralsOpen: number
  readonly retaliations: number
  readonly lastEvent: string | null
  readonly lastEventAt: Date | null
}

export async function listOverseen(tx: Tx, most: number): Promise<OverseenCase[]> {
  return tx<OverseenCase[]>`
    select complaint_id as id, number, hidden_as as "hiddenAs", office_id as "officeId",
      outside_body as "outsideBody", status, received_at as "receivedAt", next_due_at as "nextDueAt", has_owner as "hasOwner",
      has_caseworker as "hasCaseworker", screened_at as "screenedAt",
      referrals_open as "referralsOpen", retaliations, last_event as "lastEvent",
      last_event_at as "lastEventAt"
    from overseen_cases(${most})`
}
