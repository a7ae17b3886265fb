import { z } from 'zod'
import { isUuid } from '../../../kernel/ids.ts'
import type { Query } from '../../../kernel/routes.ts'
import type { FormBody } from '../../../platform/http/route.ts'
import { cleanLine } from '../../../platform/text/index.ts'
import type { AgencyId } from '../../agencies/index.ts'
import type { DepositListAsked } from '../actions/list-deposits.ts'
import { alarmKinds } from '../rules/alarm.ts'
import { depositStates } from '../rules/deposit.ts'
import type { DepositCursor } from '../store/deposit-list.ts'

/** What cannot be read in an address is left out: a list is never an error. */
const orNull = <T extends z.ZodType>(schema: T) => schema.nullable().catch(null).default(null)

const query = z.object({
  q: z.string().catch('').default(''),
  state: orNull(z.enum(depositStates)),
  demand: orNull(z.enum(['open', 'ran-out'])),
  alarm: orNull(z.enum(['any', ...alarmKinds])),
  after: orNull(z.string()),
})

export type DepositsQuery = Pick<DepositListAsked, 'q' | 'filters' | 'after'>

export function parseDepositsQuery(asked: FormBody): DepositsQuery {
  const { q, state, demand, alarm, after } = query.parse(asked)
  return {
    ...{ q: cleanLine(q).slice(0, 200), filters: { state, demand, alarm } },
    after: after === null ? null : cursorOf(after),
  }
}

/** "5000-<agency>": what the last row held, and whose it is. */
function cursorOf(text: string): DepositCursor | null {
  const [, held, agencyId = ''] = /^(\d{1,15})-(.{36})$/.exec(text) ?? []
  return held !== undefined && isUuid(agencyId)
    ? { held: BigInt(held), agencyId: agencyId as AgencyId }
    : null
}

export const cursorText = ({ held, agencyId }: DepositCursor): string => `${held}-${agencyId}`

/** The filters as an address has them: only what differs from the plain list. */
export const queryOf = (
  { q, filters: { state, demand, alarm } }: Pick<DepositsQuery, 'q' | 'filters'>,
  more: Query = {},
): Query => ({
  ...(q === '' ? {} : { q }),
  ...(state === null ? {} : { state }),
  ...(demand === null ? {} : { demand }),
  ...(alarm === null ? {} : { alarm }),
  ...more,
})

export const isNarrowed = ({ q, filters }: DepositsQuery): boolean =>
  q !== '' || Object.values(filters).some((each) => each !== null)
