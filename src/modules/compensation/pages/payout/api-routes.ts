import { z } from 'zod'
import { apiRoutes } from '../../../../api-routes.ts'
import { isUuid } from '../../../../kernel/ids.ts'
import { langs } from '../../../../kernel/reader.ts'
import { ok, type Result, refuse } from '../../../../kernel/result.ts'
import type { Tx } from '../../../../platform/db.ts'
import { answers, type Route, type Visit } from '../../../../platform/http/route.ts'
import { fields } from '../../../../platform/text/index.ts'
import { beginMoneyPaper, moneyPapers } from '../../actions/begin-paper.ts'
import { mostChoosable } from '../../actions/choose-dues.ts'
import { addToPayOut, planPayOut } from '../../actions/plan-pay-out.ts'
import { readPayOut } from '../../actions/read-pay-out.ts'
import { recordPayOut } from '../../actions/record-pay-out.ts'
import { recordWishes } from '../../actions/record-wishes.ts'
import { entryStatuses, moneyHandlers, payOutMarks, payWays } from '../../rules/pay-out.ts'
import { listPayOutDays, type PayOutDay } from '../../store/pay-outs.ts'
import { daysShown } from './days-routes.tsx'

const wrong = 'form.not-understood'
const id = z.uuid()
const dayIn = z.object({ id })
const dueIds = z.array(z.string(wrong).refine(isUuid, wrong)).max(mostChoosable, wrong)

const day = z.object({ id, number: z.string(), heldOn: z.string(), place: z.string() })
const asDay = ({ id: dayId, number, heldOn, place }: PayOutDay): z.input<typeof day> => ({
  ...{ id: dayId, number, heldOn, place },
})
const entry = z.object({
  ...{ id, complaintId: id, personId: id, position: z.number(), reference: z.string() },
  ...{ status: z.enum(entryStatuses), version: z.number(), receivedBy: z.string().nullable() },
  sums: z.array(z.object({ dueId: id, currency: z.string(), minor: z.string() })),
})
const payOut = day.extend({ entries: z.array(entry) })

/** The same as the pages', as data; names stand in the case and on the paper, not here. */
const daysRoutesAsData: readonly Route[] = [
  answers({
    method: 'get',
    path: apiRoutes.payOuts,
    access: moneyHandlers,
    scope: 'complaints:read',
    summary: 'The days of paying out in cash, the latest first',
    reply: z.object({
      days: z.array(day.extend({ listed: z.number(), received: z.number(), missed: z.number() })),
    }),
    handle: async (_visit, tx) =>
      ok({
        days: (await listPayOutDays(tx, daysShown)).map((one) => ({
          ...asDay(one),
          ...{ listed: one.listed, received: one.received, missed: one.missed },
        })),
      }),
  }),
  answers({
    method: 'post',
    path: apiRoutes.payOuts,
    access: moneyHandlers,
    scope: 'complaints:write',
    summary: 'Sets a day and a place, and who is paid there',
    body: z.object({
      heldOn: fields.day({ missing: 'payout.held-on.missing' }),
      place: fields.line({ max: 200, missing: 'payout.place.missing', tooLong: wrong }),
      dueIds,
    }),
    reply: day,
    handle: async ({ vault, actor, now: at }, tx, { body }) => {
      const planned = await planPayOut(tx, actor, { ...body, vault, at })
      return planned.ok ? ok(asDay(planned.value)) : planned
    },
  }),
  answers({
    method: 'get',
    path: apiRoutes.payOut,
    access: moneyHandlers,
    scope: 'complaints:read',
    summary: 'A day with everybody on its list and what became of each',
    params: dayIn,
    reply: payOut,
    handle: read,
  }),
  answers({
    method: 'post',
    path: apiRoutes.payOutPeople,
    access: moneyHandlers,
    scope: 'complaints:write',
    summary: 'Puts more persons on the list of a day',
    params: dayIn,
    body: z.object({ dueIds }),
    reply: day,
    handle: async ({ params, actor, now: at }, tx, { body }) => {
      const added = await addToPayOut(tx, actor, { ...body, dayId: params.id ?? '', at })
      return added.ok ? ok(asDay(added.value)) : added
    },
  }),
  answers({
    method: 'post',
    path: apiRoutes.payOutRecords,
    access: moneyHandlers,
    scope: 'complaints:write',
    summary: 'What became of those on the list, all of these rows or none',
    params: dayIn,
    body: z.object({
      rows: z
        .array(
          z.object({
            entryId: z.string(wrong).refine(isUuid, wrong),
            version: z.int(wrong),
            mark: z.enum(payOutMarks, wrong),
          }),
        )
        .max(1000, wrong),
    }),
    reply: z.object({ received: z.number(), others: z.number() }),
    handle: async ({ params, actor, now: at }, tx, { body }) => {
      const done = await recordPayOut(tx, actor, { ...body, dayId: params.id ?? '', at })
      return done.ok ? done : refuse(done.refusal.code)
    },
  }),
]

async function read(visit: Visit, tx: Tx): Promise<Result<z.input<typeof payOut>, 'not-found'>> {
  const found = await readPayOut(tx, visit.vault, visit.params.id ?? '')
  if (!found) return refuse('not-found')
  visit.looked({ act: 'looked', recordType: 'pay-out', recordId: found.day.id })
  return ok({
    ...asDay(found.day),
    entries: found.entries.map(({ lines, ...one }) => ({
      ...{ id: one.id, complaintId: one.complaintId, personId: one.personId },
      ...{ position: one.position, reference: one.reference, status: one.status },
      ...{ version: one.version, receivedBy: one.receivedBy },
      sums: lines.map(({ dueId, currency, minor }) => ({
        ...{ dueId, currency, minor: minor.toString() },
      })),
    })),
  })
}

const casesRoutes: readonly Route[] = [
  answers({
    method: 'post',
    path: apiRoutes.payWishes,
    access: moneyHandlers,
    scope: 'complaints:write',
    summary: 'How persons of a case want to get their money',
    params: dayIn,
    body: z.object({
      wishes: z
        .array(z.object({ personId: z.uuid(wrong), way: z.enum(payWays, wrong) }))
        .max(1000, wrong),
    }),
    reply: z.object({ changed: z.number() }),
    handle: async ({ params, actor, now: at }, tx, { body }) => {
      const done = await recordWishes(tx, actor, { ...body, complaintId: params.id ?? '', at })
      return done.ok ? ok({ changed: done.value }) : done
    },
  }),
  answers({
    method: 'post',
    path: apiRoutes.moneyPapers,
    access: moneyHandlers,
    scope: 'complaints:write',
    summary: 'Begins a receipt, a payment plan or a statement about the money of one person',
    params: dayIn,
    body: z.object({
      personId: z.uuid(wrong),
      paper: z.enum(moneyPapers, wrong),
      language: z.enum(langs, wrong),
    }),
    reply: z.object({ letter: id }),
    handle: async ({ params, vault, actor, now: at }, tx, { body }) => {
      const asked = { ...body, vault, complaintId: params.id ?? '', at }
      const begun = await beginMoneyPaper(tx, actor, asked)
      return begun.ok ? ok({ letter: begun.value }) : begun
    },
  }),
]

export const payOutApiRoutes: readonly Route[] = [...daysRoutesAsData, ...casesRoutes]
