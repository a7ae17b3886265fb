import { z } from 'zod'
import { apiRoutes } from '../../../api-routes.ts'
import { dayOf } from '../../../kernel/days.ts'
import { ok, refuse } from '../../../kernel/result.ts'
import { answers, type Route } from '../../../platform/http/route.ts'
import { depositShortSince } from '../../ledger/index.ts'
import { listDestinations } from '../../places/index.ts'
import { decideLicence } from '../actions/decide-licence.ts'
import { lookUp } from '../actions/look-up.ts'
import { showAgency } from '../actions/show-agency.ts'
import { isLicenceAction } from '../rules/lifecycle.ts'
import {
  agencyFileReply,
  agencyFileSchema,
  foundReply,
  foundSchema,
  licenceReply,
  licenceSchema,
} from './api-schemas.ts'
import { decisionForm } from './decision-form.ts'

/** The same look-up and the same decisions as on the pages. */
export const licenceApi: readonly Route[] = [
  answers({
    method: 'get',
    path: apiRoutes.agencies,
    access: ['public'],
    scope: null,
    cached: true,
    summary: 'Is this agency allowed? By name in Khmer or Latin, licence number, telephone or page',
    query: z.object({
      q: z.string({ error: 'licences.search.nothing-typed' }),
      destination: z.string().optional().describe('ISO 3166-1 alpha-2 code of the country.'),
    }),
    reply: z.object({
      asOf: z.string(),
      asked: z.string(),
      exact: z.array(foundSchema).describe('Exactly this name, number or page: these decide.'),
      similar: z
        .array(foundSchema.omit({ answer: true }))
        .describe('Only resembles what was asked: says nothing of a licence.'),
    }),
    handle: async (visit, tx, { query }) => {
      const today = dayOf(visit.now)
      const known = await listDestinations(tx)
      const destination = known.find(({ code }) => code === query.destination)?.code ?? null
      if (query.destination && !destination) return refuse('not-found')
      const found = await lookUp(tx, { q: query.q, destination, today })
      const similar = found.similar.map(foundReply).map(({ answer: _, ...rest }) => rest)
      return ok({ asOf: today, asked: found.typed, exact: found.exact.map(foundReply), similar })
    },
  }),
  answers({
    method: 'get',
    path: apiRoutes.agency,
    access: ['public'],
    scope: null,
    cached: true,
    summary: 'Everything public about one agency, with the history of its licences',
    reply: agencyFileSchema.extend({
      depositShortSince: z
        .string()
        .nullable()
        .describe(
          'The first day of a guarantee deposit below the minimum; null where none is known.',
        ),
    }),
    handle: async (visit, tx) => {
      const file = await showAgency(tx, {
        id: visit.params.id ?? '',
        now: visit.now,
        vault: visit.vault,
      })
      if (!file) return refuse('not-found')
      const at = { agencyId: file.agency.id, today: file.asOf }
      return ok({ ...agencyFileReply(file), depositShortSince: await depositShortSince(tx, at) })
    },
  }),
  answers({
    method: 'post',
    path: apiRoutes.licenceAction,
    access: ['licensing-officer', 'licensing-head'],
    scope: 'licences:write',
    summary: 'Decide on a licence: grant, refuse, suspend, reinstate, revoke or record a surrender',
    body: decisionForm,
    reply: licenceSchema,
    handle: async (visit, tx, { body }) => {
      const { id = '', action = '' } = visit.params
      if (!isLicenceAction(action)) return refuse('not-found')
      const decided = await decideLicence(tx, visit.actor, {
        ...body,
        licenceId: id,
        action,
        now: visit.now,
      })
      return decided.ok ? ok(licenceReply(decided.value)) : decided
    },
  }),
]
