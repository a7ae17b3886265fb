import { z } from 'zod'
import { type Day, isDay } from '../../../../kernel/days.ts'
import { isUuid } from '../../../../kernel/ids.ts'
import { currencies } from '../../../../kernel/money.ts'
import type { Query } from '../../../../kernel/routes.ts'
import type { FormBody } from '../../../../platform/http/route.ts'
import type { AgencyId } from '../../../agencies/index.ts'
import type { DueId, DuesAsked } from '../../../ledger/index.ts'

export const paymentStates = ['overdue', 'to-confirm', 'open', 'all'] as const

const orNull = <T extends z.ZodType>(schema: T) => schema.nullable().catch(null).default(null)
const asked = z.object({
  state: z.enum(paymentStates).catch('overdue').default('overdue'),
  agency: orNull(z.string().refine(isUuid)),
  currency: orNull(z.enum(currencies)),
  after: orNull(z.string()).transform((text) => (text ? placeIn(text) : null)),
})
export type PaymentsAsked = z.output<typeof asked>

/** Where a page of the list ends: the day and the due. What cannot be read begins at the top. */
function placeIn(text: string): { dueOn: Day; id: DueId } | null {
  const [day = '', id = ''] = text.split('~')
  return isDay(day) && isUuid(id) ? { dueOn: day, id: id as DueId } : null
}

export const parsePayments = (query: FormBody): PaymentsAsked => asked.parse(query)

/** The filters as an address has them. */
export const paymentsQuery = (
  { state, agency, currency }: PaymentsAsked,
  more: Query = {},
): Query => ({
  ...(state === 'overdue' ? {} : { state }),
  ...(agency ? { agency } : {}),
  ...(currency ? { currency } : {}),
  ...more,
})

/** What the ledger is asked for. */
export function duesAsked(
  { state, agency, currency, after }: PaymentsAsked,
  { today, limit }: { readonly today: Day; readonly limit: number },
): DuesAsked {
  return {
    limit,
    ...(state === 'overdue' ? { overdueOn: today } : {}),
    ...(state === 'to-confirm' ? { toConfirm: true } : {}),
    ...(state === 'open' ? { openOnly: true } : {}),
    ...(agency ? { debtorAgency: agency as AgencyId } : {}),
    ...(currency ? { currency } : {}),
    ...(after ? { after } : {}),
  }
}
