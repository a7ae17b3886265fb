import { z } from 'zod'
import { apiRoutes } from '../../../../api-routes.ts'
import { publicActor } from '../../../../kernel/actor.ts'
import { dayOf } from '../../../../kernel/days.ts'
import { ok, refuse } from '../../../../kernel/result.ts'
import { setActor } from '../../../../platform/db.ts'
import { answers as answersApi, type Route } from '../../../../platform/http/route.ts'
import { answerLists } from '../../actions/answer-lists.ts'
import { agenciesByIds } from '../../actions/match-respondent.ts'
import { makeSlip } from '../../actions/receipt-slip.ts'
import { submitComplaint } from '../../actions/submit-complaint.ts'
import { checkAnswers, newComplaint, noAgency } from '../../rules/answers.ts'
import { allAnswers } from '../questions/shapes.ts'
import { bearingOf, factsOf } from './draft-visit.ts'
import { sendLimit } from './send-routes.tsx'

const body = allAnswers.extend({
  language: z.enum(['km', 'en']).default('km').describe('In which the office should write back.'),
})

/** The same questions, answered by another program in one piece. */
export const complaintApiRoutes: readonly Route[] = [
  answersApi({
    method: 'post',
    path: apiRoutes.complaints,
    access: ['public'],
    scope: null,
    limit: { ...sendLimit, name: 'complain-send-api' },
    summary: 'Send a complaint; the answer holds its number and, this once, its secret',
    body,
    reply: z.object({
      number: z.string(),
      secret: z.string().describe('Ten digits. Shown this once; keep them apart from the number.'),
      receivedAt: z.string(),
      dueAt: z.string().nullable().describe('Null while the legal term is not known.'),
    }),
    handle: async (visit, tx, { body: { language, ...answers } }) => {
      const { vault, now } = visit
      const named = answers.agencyId === noAgency ? null : answers.agencyId
      const offered = named === null ? [] : await agenciesByIds(tx, [named])
      // An agency that is named must be on the register; nobody has to name one.
      const bearing = bearingOf(answers, named === null ? 0 : 1)
      const facts = factsOf(await answerLists(tx), { offered, today: dayOf(now) })
      const faults = checkAnswers(answers, bearing, facts)
      if (Object.keys(faults).length > 0) return refuse(faults)

      const complaint = newComplaint(answers, { language, bearing })
      const entry = { door: 'api', receivedAt: now, helpedBy: null, paperNumber: null } as const
      await setActor(tx, publicActor)
      const receipt = await submitComplaint(tx, publicActor, { vault, complaint, entry, now })
      const slip = await makeSlip(tx, receipt, { complaint, receivedAt: now })
      const { number, secret, receivedAt, dueAt } = slip
      return ok({ number, secret, receivedAt, dueAt })
    },
  }),
]
