import { z } from 'zod'
import { apiRoutes } from '../../../../api-routes.ts'
import { type Day, isDay } from '../../../../kernel/days.ts'
import { ok } from '../../../../kernel/result.ts'
import { answers, type Route } from '../../../../platform/http/route.ts'
import { fields } from '../../../../platform/text/index.ts'
import { correctPerson } from '../../actions/correct-person.ts'
import { releaseToComplainant } from '../../actions/give-evidence.ts'
import { recordMissedDeadline } from '../../actions/missed-deadline.ts'
import { caseHandlers } from '../../rules/case-tasks.ts'
import type { Correction } from '../../rules/correction.ts'
import { missers } from '../../rules/missed-deadline.ts'
import { sexes, situations, statementSources } from '../../rules/person.ts'

const wrong = 'form.not-understood'
const tooLong = 'complaints.words.too-long'
const ofCase = z.object({ id: z.uuid() })
const day = z
  .string(wrong)
  .refine(isDay, wrong)
  .transform((text) => text as Day)
const done = z.object({ done: z.literal(true) })
const isDone = ok({ done: true } as const)

/** What is put right, written down or shown in a case. */
export const rightApiRoutes: readonly Route[] = [
  answers({
    method: 'post',
    path: apiRoutes.complaintPersonCorrection,
    access: caseHandlers,
    scope: 'complaints:write',
    summary: 'Puts right what was written wrongly about one person; what stood before stays',
    params: z.object({ id: z.uuid(), person: z.uuid() }),
    body: z.object({
      name: fields.line({ max: 120, missing: 'cases.list.name-missing', tooLong }).optional(),
      contact: fields.line({ max: 100, missing: 'form.not-understood', tooLong }).optional(),
      sex: z.enum(sexes, wrong).nullable().optional(),
      minor: z.boolean(wrong).nullable().optional(),
      situation: z.enum(situations, wrong).optional(),
      source: z.enum(statementSources, wrong),
      saidOn: day.nullable().default(null),
    }),
    reply: done,
    handle: async ({ actor, vault, now: at, params }, tx, { body }) => {
      const { source, saidOn, ...right } = body
      const corrected = await correctPerson(tx, actor, {
        ...{ vault, complaintId: params.id ?? '', personId: params.person ?? '', at },
        ...{ right: right as Correction, source, saidOn },
      })
      return corrected.ok ? isDone : corrected
    },
  }),
  answers({
    method: 'post',
    path: apiRoutes.complaintMissedDeadlines,
    access: caseHandlers,
    scope: 'complaints:write',
    summary: 'Writes down that somebody let a day pass, why, and what happened then',
    params: ofCase,
    body: z.object({
      what: fields.line({ max: 300, missing: 'cases.missed.what-missing', tooLong }),
      byWhom: z.enum(missers, wrong),
      since: day,
      why: fields.optionalLines({ max: 2000, tooLong }),
      after: fields.optionalLines({ max: 2000, tooLong }),
    }),
    reply: done,
    handle: async ({ actor, vault, now: at, params }, tx, { body }) => {
      const step = { vault, complaintId: params.id ?? '', at, ...body }
      const kept = await recordMissedDeadline(tx, actor, step)
      return kept.ok ? isDone : kept
    },
  }),
  answers({
    method: 'post',
    path: apiRoutes.complaintEvidenceRelease,
    access: caseHandlers,
    scope: 'complaints:write',
    summary: 'Lets the complainant see a file that the agency brought with its answer',
    params: z.object({ id: z.uuid(), file: z.uuid() }),
    body: z.object({}),
    reply: done,
    handle: async ({ actor, now: at, params }, tx) => {
      const ask = { complaintId: params.id ?? '', evidenceId: params.file ?? '', at }
      const released = await releaseToComplainant(tx, actor, ask)
      return released.ok ? isDone : released
    },
  }),
]
