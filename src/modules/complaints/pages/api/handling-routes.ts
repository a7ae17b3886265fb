import { z } from 'zod'
import { apiRoutes } from '../../../../api-routes.ts'
import { type Day, isDay } from '../../../../kernel/days.ts'
import { currencies } from '../../../../kernel/money.ts'
import { ok, refuse } from '../../../../kernel/result.ts'
import { answers, type Route } from '../../../../platform/http/route.ts'
import { fields } from '../../../../platform/text/index.ts'
import { answerLists } from '../../actions/answer-lists.ts'
import { declareConflict, endConflict, readConflicts } from '../../actions/declare-conflict.ts'
import { findRespondent } from '../../actions/match-respondent.ts'
import { mergeCases, unmergeCase } from '../../actions/merge-cases.ts'
import { recordLate } from '../../actions/record-late.ts'
import { caseHandlers } from '../../rules/case-tasks.ts'
import { complaintStatuses, respondentKinds } from '../../rules/complaint.ts'
import { lateHows, lateSources } from '../../rules/late-entry.ts'
import { findComplaint } from '../../store/complaint.ts'
import { listDraws } from '../../store/draw.ts'
import { listPossibleDuplicates } from '../../store/merge.ts'
import { complaintHandlers, complaintReaders } from '../officer/worklist-routes.tsx'

const wrong = 'form.not-understood'
const tooLong = 'complaints.words.too-long'
const ofCase = z.object({ id: z.uuid() })
const day = z
  .string(wrong)
  .refine(isDay, wrong)
  .transform((text) => text as Day)
const done = z.object({ done: z.literal(true) })
const isDone = ok({ done: true } as const)

/** Duplicates, conflicts of interest and late entries for other programs. */
export const caseHandlingApiRoutes: readonly Route[] = [
  answers({
    method: 'get',
    path: apiRoutes.complaintDuplicates,
    access: complaintReaders,
    scope: 'complaints:read',
    summary: 'Cases that may be the same matter, the likeliest first',
    params: ofCase,
    reply: z.object({
      cases: z.array(
        z.object({
          id: z.string(),
          number: z.string(),
          status: z.enum(complaintStatuses),
          why: z.array(z.string()),
        }),
      ),
    }),
    handle: async (visit, tx) => {
      const complaint = await findComplaint(tx, visit.params.id ?? '')
      if (!complaint) return refuse('not-found')
      visit.looked({ act: 'looked', recordType: 'complaint', recordId: complaint.id })
      const found = await listPossibleDuplicates(tx, complaint)
      const cases = found.map(({ id, number, status, why }) => ({
        ...{ id, number, status, why: [...why] },
      }))
      return ok({ cases })
    },
  }),
  answers({
    method: 'post',
    path: apiRoutes.complaintDuplicates,
    access: caseHandlers,
    scope: 'complaints:write',
    summary: 'Joins another case of the same matter to this one',
    params: ofCase,
    body: z.object({ fromId: z.uuid(wrong), version: z.int(wrong).min(1, wrong) }),
    reply: done,
    handle: async ({ actor, vault, now: at, params }, tx, { body }) => {
      const merged = await mergeCases(tx, actor, { vault, at, intoId: params.id ?? '', ...body })
      return merged.ok ? isDone : merged
    },
  }),
  answers({
    method: 'post',
    path: apiRoutes.complaintUnmerge,
    access: caseHandlers,
    scope: 'complaints:write',
    summary: 'Takes this case apart again from the one to which it was joined',
    params: ofCase,
    reply: done,
    handle: async ({ actor, vault, now: at, params }, tx) => {
      const undone = await unmergeCase(tx, actor, { vault, at, fromId: params.id ?? '' })
      return undone.ok ? isDone : undone
    },
  }),
  answers({
    method: 'get',
    path: apiRoutes.complaintDraws,
    access: complaintHandlers,
    scope: 'complaints:read',
    summary: 'How officers were drawn for a case: whoever draws again gets the same',
    params: ofCase,
    reply: z.object({
      draws: z.array(
        z.object({
          at: z.string(),
          seed: z.string().describe('SHA-256 over seed and sorted candidates, line by line.'),
          candidates: z.array(z.string()),
          excluded: z.array(z.string()).describe('Left out for a conflict of interest.'),
          chosen: z.string().nullable(),
        }),
      ),
    }),
    handle: async ({ params }, tx) => {
      if (!(await findComplaint(tx, params.id ?? ''))) return refuse('not-found')
      const draws = (await listDraws(tx, params.id ?? '')).map((draw) => ({
        ...{ at: draw.at.toISOString(), seed: draw.seed, chosen: draw.chosen },
        ...{ candidates: [...draw.candidates], excluded: [...draw.excluded] },
      }))
      return ok({ draws })
    },
  }),
  answers({
    method: 'get',
    path: apiRoutes.complaintConflicts,
    access: complaintHandlers,
    scope: 'complaints:read',
    summary: 'Conflicts of interest: one’s own; a head reads everybody’s',
    reply: z.object({
      conflicts: z.array(
        z.object({
          id: z.string(),
          personId: z.string(),
          agencyId: z.string().nullable(),
          name: z.string().nullable(),
          reason: z.string().nullable(),
          since: z.string(),
          endedAt: z.string().nullable(),
        }),
      ),
    }),
    handle: async ({ vault }, tx) => {
      const found = await readConflicts(tx, vault)
      const conflicts = found.map(({ declaredAt: _, endedAt, ...one }) => ({
        ...one,
        endedAt: endedAt?.toISOString() ?? null,
      }))
      return ok({ conflicts })
    },
  }),
  answers({
    method: 'post',
    path: apiRoutes.complaintConflicts,
    access: complaintHandlers,
    scope: 'complaints:write',
    summary: 'Declares a conflict of interest; cases that one has go to somebody else',
    body: z.object({
      agencyId: z.uuid(wrong).nullable().default(null),
      name: fields.optionalLine({ max: 200, tooLong }),
      since: day,
      reason: fields.lines({ max: 1000, missing: 'cases.conflict.reason.missing', tooLong }),
    }),
    reply: z.object({ givenBack: z.int() }),
    handle: async ({ actor, vault, now: at }, tx, { body }) => {
      const declared = await declareConflict(tx, actor, { vault, at, ...body })
      return declared.ok ? ok({ givenBack: declared.value }) : declared
    },
  }),
  answers({
    method: 'post',
    path: apiRoutes.complaintConflictEnd,
    access: complaintHandlers,
    scope: 'complaints:write',
    summary: 'Says that one’s own conflict of interest has ended',
    params: ofCase,
    reply: done,
    handle: async ({ now: at, params }, tx) => {
      const ended = await endConflict(tx, { id: params.id ?? '', at })
      return ended.ok ? isDone : ended
    },
  }),
  answers({
    method: 'post',
    path: apiRoutes.lateEntries,
    access: complaintHandlers,
    scope: 'complaints:write',
    summary: 'Records a matter that was solved before it was entered, with its real days',
    body: z.object({
      receivedOn: day,
      solvedOn: day,
      workerName: fields.optionalLine({ max: 120, tooLong }),
      category: z.string(wrong),
      respondentKind: z.enum(respondentKinds, wrong),
      agencyId: z.uuid(wrong).nullable().default(null),
      respondent: fields.optionalLine({ max: 200, tooLong }),
      province: z.string(wrong).nullable().default(null),
      how: z.enum(lateHows, wrong),
      knownFrom: z.enum(lateSources, wrong),
      paid: z
        .object({
          minor: z
            .string(wrong)
            .regex(/^\d{1,13}$/, wrong)
            .transform(BigInt),
          currency: z.enum(currencies, wrong),
        })
        .nullable()
        .default(null),
      paperNumber: fields.optionalLine({ max: 60, tooLong }),
      story: fields.optionalLines({ max: 4000, tooLong }),
    }),
    reply: z.object({ id: z.string(), number: z.string(), secret: z.string() }),
    handle: async ({ actor, vault, now: at }, tx, { body }) => {
      const lists = await answerLists(tx)
      if (!lists.categories.some(({ code }) => code === body.category))
        return refuse({ category: { key: 'cases.late.category.missing' } })
      if (body.agencyId !== null && !(await findRespondent(tx, body.agencyId)))
        return refuse('not-found')
      const province = lists.provinces.find(({ code }) => code === body.province)?.code ?? null
      const { receivedOn, solvedOn, how, knownFrom, paid, paperNumber } = body
      return recordLate(tx, actor, {
        ...{ vault, at, receivedOn, solvedOn, how, knownFrom, paid, paperNumber },
        complaint: {
          ...{ relation: 'worker', people: 1, openness: 'named', workerName: body.workerName },
          ...{ complainantName: null, way: 'none', contact: null, safeTimes: [] },
          ...{ prefersWoman: false, language: 'km', respondentKind: body.respondentKind },
          ...{ agencyId: body.agencyId, respondentWords: body.respondent, country: null, province },
          ...{ categories: [body.category], month: null, claims: [], askedBefore: 'nobody' },
          ...{ askedAnswer: null, story: body.story },
        },
      })
    },
  }),
]
