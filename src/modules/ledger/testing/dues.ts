import type { Day } from '../../../kernel/days.ts'
import { newId } from '../../../platform/new-id.ts'
import type { AgencyId } from '../../agencies/index.ts'
import type { DueId, NewDue } from '../rules/due.ts'
import type { NewPayment, PaymentId } from '../rules/payment.ts'

/** A hundred dollars that an agency owes to one person by the end of June 2026. */
export const aDue = (over: Partial<NewDue> = {}): NewDue => ({
  id: newId<DueId>(),
  caseId: newId<string>(),
  beneficiaryId: newId<string>(),
  debtor: { kind: 'agency', id: newId<AgencyId>() },
  money: { minor: 10_000n, currency: 'USD' },
  dueOn: '2026-06-30' as Day,
  source: { type: 'settlement', id: newId<string>() },
  reference: 'C-TEST-1',
  ...over,
})

/** The whole of a due, paid by bank on the first of July. */
export const aPayment = (due: NewDue, over: Partial<NewPayment> = {}): NewPayment => ({
  id: newId<PaymentId>(),
  dueId: due.id,
  beneficiaryId: due.beneficiaryId,
  minor: due.money.minor,
  paidOn: '2026-07-01' as Day,
  channel: 'bank',
  payer: null,
  reference: 'SLIP-1',
  evidenceId: null,
  ...over,
})
