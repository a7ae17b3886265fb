import { z } from 'zod'
import { isUuid } from '../../../../kernel/ids.ts'
import type { FormBody } from '../../../../platform/http/route.ts'
import { cleanLine } from '../../../../platform/text/index.ts'
import { assignableRoles } from '../../rules/assignment.ts'
import { isLogin } from '../../rules/login.ts'
import { type PeopleFilters, peopleStates } from '../../rules/people-filters.ts'

const query = z.object({
  text: z.string().max(100).transform(cleanLine).catch(''),
  role: z.enum(assignableRoles).nullable().catch(null),
  officeId: z.string().refine(isUuid).nullable().catch(null),
  area: z
    .string()
    .regex(/^\d{2}$/)
    .nullable()
    .catch(null),
  state: z.enum(peopleStates).catch('current'),
  after: z.string().refine(isLogin).catch(''),
})

export type PeopleQuery = { readonly filters: PeopleFilters; readonly after: string }

/** What an address asks of the list; whatever it does not understand counts as not asked. */
export function parsePeopleQuery(asked: FormBody): PeopleQuery {
  const { after, ...filters } = query.parse({ ...asked, officeId: asked.office })
  return { filters, after }
}

/** The same as an address. */
export function queryOfPeople({ text, role, officeId, area, state }: PeopleFilters) {
  const all = { text, role, office: officeId, area, state: state === 'current' ? '' : state }
  return Object.fromEntries(Object.entries(all).filter(([, value]) => value)) as Record<
    string,
    string
  >
}
