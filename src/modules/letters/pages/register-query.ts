import { z } from 'zod'
import { isUuid } from '../../../kernel/ids.ts'
import type { Query } from '../../../kernel/routes.ts'
import type { FormBody } from '../../../platform/http/route.ts'
import { cleanLine, latinDigits } from '../../../platform/text/index.ts'
import { directions, letterStatuses } from '../rules/letter.ts'
import type { RegisterFilters } from '../store/register.ts'

/** What cannot be read in an address is left out: a list is never an error. */
const orNull = <T extends z.ZodType>(schema: T) => schema.nullable().catch(null).default(null)
const uuid = z.string().refine(isUuid)

const query = z.object({
  direction: z.enum(directions).catch('outgoing').default('outgoing'),
  status: orNull(z.enum(letterStatuses)),
  number: orNull(z.string()).transform((text) => (text ? latinDigits(cleanLine(text)) : null)),
  year: orNull(z.string()).transform((text) => wholeOf(text ? latinDigits(text) : null, 2100)),
  register: z.enum(['old', 'ours']).catch('ours').default('ours'),
  desk: z.enum(['own', 'any']).catch('any').default('any'),
  after: orNull(uuid),
})

export type RegisterQuery = {
  readonly filters: RegisterFilters
  readonly typedNumber: string | null
  readonly onOwnDesk: boolean
  readonly after: string | null
}

export function parseRegisterQuery(asked: FormBody, ownOfficeId: string | null): RegisterQuery {
  const { direction, status, number, year, desk, register, after } = query.parse(asked)
  const old = register === 'old'
  const onOwnDesk = !old && desk === 'own' && ownOfficeId !== null
  return {
    ...{ typedNumber: number, onOwnDesk, after },
    filters: {
      ...{ old, direction, status: old ? null : status, officeId: null },
      ...{ year: year ?? (old ? null : yearIn(number)), oldNumber: old ? number : null },
      number: old || number === null ? null : (wholeOf(number.split('/')[0] ?? '', 999_999) ?? 0),
      holderId: onOwnDesk ? ownOfficeId : null,
    },
  }
}

function wholeOf(text: string | null, most: number): number | null {
  if (text === null || !/^\d{1,6}$/.test(text.trim())) return null
  const value = Number(text)
  return value >= 1 && value <= most ? value : null
}

/** "0012/26" names its year. */
function yearIn(number: string | null): number | null {
  const match = /\/(\d\d)$/.exec(number ?? '')
  return match ? 2000 + Number(match[1]) : null
}

/** The filters as an address has them: only what differs from the plain list. */
export function queryOf(
  { filters, typedNumber, onOwnDesk }: RegisterQuery,
  more: Query = {},
): Query {
  const { direction, status, year, old } = filters
  return {
    ...(old ? { register: 'old' } : {}),
    ...(direction === 'outgoing' ? {} : { direction }),
    ...(status === null ? {} : { status }),
    ...(typedNumber === null ? {} : { number: typedNumber }),
    ...(year === null || yearIn(typedNumber) === year ? {} : { year: String(year) }),
    ...(onOwnDesk ? { desk: 'own' } : {}),
    ...more,
  }
}

export const isNarrowed = ({ filters, typedNumber, onOwnDesk }: RegisterQuery): boolean =>
  filters.status !== null || filters.year !== null || typedNumber !== null || onOwnDesk
