import { z } from 'zod'
import { assignableRoles } from '../../rules/assignment.ts'
import type { AssignmentRow } from '../../store/held-roles.ts'
import type { PersonRow } from '../../store/people-list.ts'
import type { PersonRequest } from '../../store/requests.ts'

const names = z.object({ km: z.string(), en: z.string() })
const place = {
  officeId: z.uuid().nullable(),
  areas: z.array(z.string()).nullable(),
  agencyId: z.uuid().nullable(),
}
const heldRole = z.object({
  id: z.uuid(),
  role: z.enum(assignableRoles),
  ...place,
  from: z.iso.date(),
  to: z.iso.date().nullable(),
})
export const listedPerson = z.object({
  id: z.uuid(),
  login: z.string(),
  names,
  disabled: z.boolean(),
  waiting: z.boolean(),
  roles: z.array(heldRole),
})

export const asPerson = (
  { id, login, km, en, disabledAt, waiting }: PersonRow,
  roles: readonly AssignmentRow[],
): z.output<typeof listedPerson> => ({
  ...{ id, login, names: { km, en }, disabled: disabledAt !== null, waiting },
  roles: roles
    .filter(({ personId }) => personId === id)
    .map(({ personId: _, areas, ...role }) => ({ ...role, areas: areas && [...areas] })),
})

export const listedRequest = z.object({
  id: z.uuid(),
  kind: z.enum(['assignment', 'second-factor-reset']),
  personId: z.uuid(),
  person: names,
  role: z.enum(assignableRoles).nullable(),
  ...place,
  from: z.iso.date().nullable(),
  to: z.iso.date().nullable(),
  reason: z.string(),
  status: z.enum(['proposed', 'approved', 'refused', 'withdrawn']),
  version: z.int(),
  proposedBy: z.uuid(),
  proposedAt: z.iso.datetime(),
})
export const waitingRequest = listedRequest.extend({
  /** Persons who could decide, those of the same office first. */
  waitsFor: z.array(z.uuid()),
  daysWaiting: z.int(),
  mayDecide: z.boolean(),
})

export const asRequest = ({
  proposer: _,
  areas,
  proposedAt,
  ...request
}: PersonRequest): z.output<typeof listedRequest> => ({
  ...request,
  areas: areas && [...areas],
  proposedAt: proposedAt.toISOString(),
})
