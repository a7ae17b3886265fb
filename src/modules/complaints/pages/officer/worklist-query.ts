import { z } from 'zod'
import { isUuid } from '../../../../kernel/ids.ts'
import type { Query } from '../../../../kernel/routes.ts'
import type { FormBody } from '../../../../platform/http/route.ts'
import { cleanLine, latinDigits } from '../../../../platform/text/index.ts'
import { complaintStatuses, opennesses } from '../../rules/complaint.ts'
import { parseCaseNumber } from '../../rules/receipt.ts'
import {
  everyOpenCase,
  type WorklistFilters,
  worklistAges,
  worklistSorts,
  worklistStates,
} from '../../rules/worklist.ts'
import { type Cursor, parseCursor } from '../../store/worklist.ts'

/** What cannot be read in an address is left out: a list is never an error. */
const orNull = <T extends z.ZodType>(schema: T) => schema.nullable().catch(null).default(null)

const query = z.object({
  state: z.enum(worklistStates).catch('open').default('open'),
  status: orNull(z.enum(complaintStatuses)),
  area: orNull(z.string().regex(/^\d\d$/)),
  category: orNull(z.string().regex(/^[a-z_]{1,60}$/)),
  age: orNull(z.enum(worklistAges)),
  agencyId: orNull(z.string().refine(isUuid)),
  openness: orNull(z.enum(opennesses)),
  number: orNull(z.string()).transform((text) => (text ? numberOf(text) : null)),
  sort: z.enum(worklistSorts).catch('due').default('due'),
  after: orNull(z.string()).transform((text) => (text ? parseCursor(text) : null)),
  before: orNull(z.string()).transform((text) => (text ? parseCursor(text) : null)),
})

/** The number as it is kept, or what was typed, which then finds nothing. */
function numberOf(typed: string): string | null {
  const text = latinDigits(cleanLine(typed)).slice(0, 30)
  return text === '' ? null : (parseCaseNumber(text) ?? text)
}

export type WorklistQuery = {
  readonly filters: WorklistFilters
  readonly from: { readonly cursor: Cursor; readonly direction: 'after' | 'before' } | null
}

export function parseWorklistQuery(asked: FormBody): WorklistQuery {
  const { after, before, ...filters } = query.parse(asked)
  if (after) return { filters, from: { cursor: after, direction: 'after' } }
  return { filters, from: before ? { cursor: before, direction: 'before' } : null }
}

/** The filters as an address has them: only what differs from the plain list. */
export function queryOf(filters: WorklistFilters, more: Query = {}): Query {
  const differing = Object.entries(filters).filter(
    (entry): entry is [string, string] =>
      entry[1] !== null && entry[1] !== everyOpenCase[entry[0] as keyof WorklistFilters],
  )
  return { ...Object.fromEntries(differing), ...more }
}

/** True when something besides the state narrows the list. */
export const isNarrowed = ({ state: _, sort: __, ...rest }: WorklistFilters): boolean =>
  Object.values(rest).some((value) => value !== null)
