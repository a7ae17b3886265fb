import { z } from 'zod'
import { apiRoutes } from '../../../../api-routes.ts'
import { type Day, isDay } from '../../../../kernel/days.ts'
import { currencies } from '../../../../kernel/money.ts'
import { ok, refuse } from '../../../../kernel/result.ts'
import { answers, type Route } from '../../../../platform/http/route.ts'
import { fields } from '../../../../platform/text/index.ts'
import { addPersons } from '../../actions/add-persons.ts'
import {
  addClaim,
  addParty,
  addStatement,
  changeClaim,
  replaceRepresentative,
} from '../../actions/case-parts.ts'
import { changePersons } from '../../actions/change-persons.ts'
import { giveReceipts } from '../../actions/person-receipts.ts'
import { readGroup } from '../../actions/read-group.ts'
import { caseHandlers } from '../../rules/case-tasks.ts'
import { mostPersonsAtOnce } from '../../rules/new-person.ts'
import {
  claimStates,
  joinings,
  nameKinds,
  partyKinds,
  partyRoles,
  personClaimKinds,
  sexes,
  situations,
  statementFields,
  statementSources,
} from '../../rules/person.ts'
import { speakerRelations } from '../../rules/representative.ts'
import { findComplaint } from '../../store/complaint.ts'
import { bulkChanges, changeOf } from '../officer/persons/bulk-changes.ts'
import { complaintReaders } from '../officer/worklist-routes.tsx'

const wrong = 'form.not-understood'
const tooLong = 'complaints.words.too-long'
const ofCase = z.object({ id: z.uuid() })
const day = z
  .string(wrong)
  .refine(isDay, wrong)
  .transform((text) => text as Day)
const minor = z
  .string(wrong)
  .regex(/^\d{1,13}$/, wrong)
  .transform(BigInt)
  .nullable()
  .describe('Whole minor units as text; null while the sum is open, which is not zero.')
const currency = z.enum(currencies, wrong).nullable()
const kinds = z.enum(personClaimKinds as [string, ...string[]], wrong)
const done = z.object({ done: z.literal(true) })
const isDone = ok({ done: true } as const)

const person = z.object({
  id: z.string(),
  position: z.int(),
  name: z.string().nullable(),
  sex: z.enum(sexes).nullable(),
  minor: z.boolean().nullable().describe('Null where nobody knows.'),
  situation: z.enum(situations),
  joins: z.enum(joinings),
  nameShown: z.boolean(),
  receiptNumber: z.string().nullable(),
  leftAt: z.string().nullable(),
  claims: z.array(
    z.object({
      id: z.string(),
      kind: z.string(),
      direction: z.string(),
      minor: z.string().nullable(),
      currency: z.string().nullable(),
      state: z.string(),
    }),
  ),
})

const personInput = z.object({
  name: fields.line({ max: 120, missing: 'cases.list.name-missing', tooLong }),
  contact: fields.optionalLine({ max: 100, tooLong }),
  sex: z.enum(sexes, wrong).nullable().default(null),
  minor: z.boolean(wrong).nullable().default(null),
  situation: z.enum(situations, wrong).default('unknown'),
  joins: z.enum(joinings, wrong).default('not-asked'),
  claims: z
    .array(z.object({ kind: kinds, minor, currency }))
    .max(20, wrong)
    .default([]),
})

export const personApiRoutes: readonly Route[] = [
  answers({
    method: 'get',
    path: apiRoutes.complaintPersons,
    access: complaintReaders,
    scope: 'complaints:read',
    summary: 'The persons of a case, page by page; how to reach them is not among it',
    params: ofCase,
    query: z.object({
      after: z.coerce.number(wrong).pipe(z.int(wrong).min(0, wrong)).default(0),
      limit: z.coerce.number(wrong).pipe(z.int(wrong).min(1, wrong).max(500, wrong)).default(100),
      left: z.enum(['yes', 'no'], wrong).default('no'),
    }),
    reply: z.object({ persons: z.array(person), next: z.int().nullable() }),
    handle: async (visit, tx, { query: { after, limit, left } }) => {
      const complaint = await findComplaint(tx, visit.params.id ?? '')
      if (!complaint) return refuse('not-found')
      visit.looked({ act: 'looked', recordType: 'complaint', recordId: complaint.id })
      const filters = { situation: null, joins: null, left: left === 'yes' }
      const ask = { complaintId: complaint.id, filters, after, limit }
      const { persons, next } = await readGroup(tx, visit.vault, ask)
      return ok({
        persons: persons.map((one) => ({
          ...{ id: one.id, position: one.position, name: one.name, sex: one.sex, minor: one.minor },
          ...{ situation: one.situation, joins: one.joins, nameShown: one.nameShown },
          ...{ receiptNumber: one.receiptNumber, leftAt: one.leftAt?.toISOString() ?? null },
          claims: [...one.claims],
        })),
        next,
      })
    },
  }),
  answers({
    method: 'post',
    path: apiRoutes.complaintPersons,
    access: caseHandlers,
    scope: 'complaints:write',
    summary: 'Puts persons into an open case, all of them or none',
    params: ofCase,
    body: z.object({
      version: z.int(wrong).min(1, wrong),
      persons: z.array(personInput).min(1, wrong).max(mostPersonsAtOnce, wrong),
    }),
    reply: z.object({ ids: z.array(z.string()) }),
    handle: async ({ actor, vault, now: at, params }, tx, { body: { version, persons } }) => {
      const added = await addPersons(tx, actor, {
        ...{ vault, complaintId: params.id ?? '', version, at },
        persons: persons as Parameters<typeof addPersons>[2]['persons'],
      })
      return added.ok ? ok({ ids: [...added.value] }) : added
    },
  }),
  answers({
    method: 'post',
    path: apiRoutes.complaintPersonChanges,
    access: caseHandlers,
    scope: 'complaints:write',
    summary: 'Changes one thing of one or many persons of a case',
    params: ofCase,
    body: z.object({
      persons: z.array(z.uuid(wrong)).min(1, wrong).max(mostPersonsAtOnce, wrong),
      change: z.enum(bulkChanges, wrong),
      how: z.enum(['phone', 'in-person', 'message', 'letter'], wrong).default('phone'),
    }),
    reply: z.object({ changed: z.int() }),
    handle: async ({ actor, vault, now: at, params }, tx, { body }) => {
      const change = changeOf(body.change, body.how)
      if (!change) return refuse('change-missing')
      const ask = { complaintId: params.id ?? '', personIds: body.persons, change, at, vault }
      const changed = await changePersons(tx, actor, ask)
      return changed.ok ? ok({ changed: changed.value }) : changed
    },
  }),
  answers({
    method: 'post',
    path: apiRoutes.complaintPersonReceipts,
    access: caseHandlers,
    scope: 'complaints:write',
    summary: 'Gives persons of a group receipts of their own; the digits are shown once',
    params: ofCase,
    body: z.object({ persons: z.array(z.uuid(wrong)).min(1, wrong).max(mostPersonsAtOnce, wrong) }),
    reply: z.object({
      receipts: z.array(z.object({ personId: z.string(), number: z.string(), secret: z.string() })),
    }),
    handle: async ({ actor, vault, now: at, params }, tx, { body }) => {
      const ask = { vault, complaintId: params.id ?? '', personIds: body.persons, at }
      const given = await giveReceipts(tx, actor, ask)
      if (!given.ok) return given
      const receipts = given.value.map(({ personId, number, secret }) => ({
        ...{ personId, number, secret },
      }))
      return ok({ receipts })
    },
  }),
  answers({
    method: 'post',
    path: apiRoutes.complaintParties,
    access: caseHandlers,
    scope: 'complaints:write',
    summary: 'Adds somebody who is complained of, owes or pays',
    params: ofCase,
    body: z.object({
      role: z.enum(partyRoles, wrong),
      kind: z.enum(partyKinds, wrong),
      agencyId: z.uuid(wrong).nullable().default(null),
      name: fields.optionalLine({ max: 200, tooLong }),
      nameIs: z.enum(nameKinds, wrong).default('own'),
    }),
    reply: done,
    handle: async ({ actor, vault, now: at, params }, tx, { body }) => {
      const added = await addParty(tx, actor, { vault, complaintId: params.id ?? '', at, ...body })
      return added.ok ? isDone : added
    },
  }),
  answers({
    method: 'post',
    path: apiRoutes.complaintStatements,
    access: caseHandlers,
    scope: 'complaints:write',
    summary: 'Writes down what a source says, beside what others say',
    params: ofCase,
    body: z.object({
      personId: z.uuid(wrong).nullable().default(null),
      field: z.enum(statementFields, wrong),
      value: fields.line({ max: 500, missing: 'cases.field.value.missing', tooLong }),
      source: z.enum(statementSources, wrong),
      saidOn: day.nullable().default(null),
    }),
    reply: done,
    handle: async ({ actor, vault, now: at, params }, tx, { body }) => {
      const step = { vault, complaintId: params.id ?? '', at, ...body }
      const added = await addStatement(tx, actor, step)
      return added.ok ? isDone : added
    },
  }),
  answers({
    method: 'post',
    path: apiRoutes.complaintRepresentatives,
    access: caseHandlers,
    scope: 'complaints:write',
    summary: 'Names who speaks from now on for the group or for one person of it',
    params: ofCase,
    body: z.object({
      personId: z.uuid(wrong).nullable().default(null),
      name: fields.line({ max: 200, missing: 'cases.field.speaker.missing', tooLong }),
      relation: z.enum(speakerRelations, wrong),
    }),
    reply: done,
    handle: async ({ actor, vault, now: at, params }, tx, { body }) => {
      const step = { vault, complaintId: params.id ?? '', at, ...body }
      const replaced = await replaceRepresentative(tx, actor, step)
      return replaced.ok ? isDone : replaced
    },
  }),
  answers({
    method: 'post',
    path: apiRoutes.complaintClaims,
    access: caseHandlers,
    scope: 'complaints:write',
    summary: 'Adds what one person claims, or what is claimed from her',
    params: ofCase,
    body: z.object({
      ...{ personId: z.uuid(wrong), kind: kinds, minor, currency },
      share: z.int(wrong).min(1, wrong).nullable().default(null),
      shareOf: z.int(wrong).min(1, wrong).nullable().default(null),
      basis: fields.optionalLines({ max: 2000, tooLong }),
      creditor: fields.optionalLine({ max: 200, tooLong }),
      interest: fields.optionalLine({ max: 100, tooLong }),
      aroseOn: day.nullable().default(null),
    }),
    reply: done,
    handle: async ({ actor, vault, now: at, params }, tx, { body }) => {
      if (
        (body.share === null) !== (body.shareOf === null) ||
        (body.share ?? 0) > (body.shareOf ?? 0)
      )
        return refuse({ share: { key: 'cases.field.share.wrong' } })
      if (body.minor !== null && body.currency === null)
        return refuse({ currency: { key: 'form.money.currency-missing' } })
      const step = { vault, complaintId: params.id ?? '', at, ...body }
      const added = await addClaim(tx, actor, step as Parameters<typeof addClaim>[2])
      return added.ok ? isDone : added
    },
  }),
  answers({
    method: 'post',
    path: apiRoutes.complaintClaim,
    access: caseHandlers,
    scope: 'complaints:write',
    summary: 'Says how a claim stands now, and its sum',
    params: z.object({ id: z.uuid(), claim: z.uuid() }),
    body: z.object({
      version: z.int(wrong).min(1, wrong),
      state: z.enum(claimStates, wrong),
      ...{ minor, currency },
    }),
    reply: done,
    handle: async ({ actor, now: at, params }, tx, { body }) => {
      if (body.minor !== null && body.currency === null)
        return refuse({ currency: { key: 'form.money.currency-missing' } })
      const step = { complaintId: params.id ?? '', claimId: params.claim ?? '', at, ...body }
      const changed = await changeClaim(tx, actor, step)
      return changed.ok ? isDone : changed
    },
  }),
]
