import { z } from 'zod'
import { apiRoutes } from '../../../api-routes.ts'
import { ok, refuse } from '../../../kernel/result.ts'
import { answers, type Route } from '../../../platform/http/route.ts'
import { decideProposal } from '../actions/accept-fact.ts'
import { enterFact, proposeChange } from '../actions/propose.ts'
import { type AgencyFileRead, readDossier } from '../actions/read-dossier.ts'
import { readRecruiter } from '../actions/read-recruiter.ts'
import { agencyRoles } from '../rules/facts.ts'
import { fileWarnings } from '../rules/file-check.ts'
import { proposalKinds, proposalStatuses } from '../rules/proposal.ts'
import { decisionForm, proposalForm } from './proposal-form.ts'
import { errorsOf, fileReaders, licensing } from './visit.ts'

const names = z.object({ km: z.string().nullable(), en: z.string().nullable() })
const text = z.string().nullable()
const id = z.object({ id: z.uuid() })
const period = { from: z.string(), to: text, proposalId: text }

const fileSchema = z.object({
  agencyId: z.string(),
  names,
  version: z.int().describe('Goes up with every change that is accepted.'),
  warnings: z.array(z.enum(fileWarnings)),
  usualDays: z.int().nullable(),
  persons: z.array(
    z.object({ id: z.string(), names, nationality: z.string(), sameAs: text, birth: text }),
  ),
  roles: z.array(
    z.object({
      ...{ id: z.string(), personId: z.string(), role: z.enum(agencyRoles) },
      share: z.int().nullable().describe('Hundredths of a percent.'),
      ...{ country: text, province: text, card: text, ...period },
    }),
  ),
  sites: z.array(
    z.object({
      ...{ id: z.string(), kind: z.string(), province: text, country: text, address: names },
      ...{ capacity: z.int().nullable(), floor: z.int().nullable() },
      ...{ lat: z.number().nullable(), lon: z.number().nullable(), ...period },
    }),
  ),
  contacts: z.array(
    z.object({
      ...{ id: z.string(), kind: z.string(), shown: z.string(), verifiedHow: text, ...period },
    }),
  ),
  proposals: z.array(
    z.object({
      ...{ id: z.string(), kind: z.enum(proposalKinds), status: z.enum(proposalStatuses) },
      ...{ version: z.int(), proposedAt: z.string(), decidedAt: text, reason: text },
    }),
  ),
})

const asReply = (read: AgencyFileRead): z.input<typeof fileSchema> => ({
  ...{ agencyId: read.file.agencyId, names: read.file.names, version: read.file.version },
  ...{ warnings: [...read.warnings], usualDays: read.usualDays },
  persons: read.file.persons.map(({ id, names, nationality, sameAs, birth }) => ({
    ...{ id, names, nationality, sameAs, birth },
  })),
  roles: [...read.file.roles],
  sites: [...read.file.sites],
  contacts: [...read.file.contacts],
  proposals: read.proposals.map(({ proposedAt, decidedAt, ...one }) => ({
    ...one,
    proposedAt: proposedAt.toISOString(),
    decidedAt: decidedAt?.toISOString() ?? null,
  })),
})

/** The same actions as on the pages; papers come with the form. */
export const agencyFileApi: readonly Route[] = [
  answers({
    method: 'get',
    path: apiRoutes.agencyFile,
    access: [...fileReaders, 'agency-clerk'],
    scope: 'licences:read',
    summary: 'The file of one agency: people, sites, contacts, each with its source',
    params: id,
    reply: fileSchema,
    handle: async ({ actor, params, vault, now, looked }, tx) => {
      const agencyId = params.id ?? ''
      if (actor.agencyId !== null && actor.agencyId !== agencyId) return refuse('not-found')
      const read = await readDossier(tx, { agencyId, vault, now })
      if (!read) return refuse('not-found')
      looked({ act: 'looked', recordType: 'agency-file', recordId: agencyId })
      return ok(asReply(read))
    },
  }),
  answers({
    method: 'post',
    path: apiRoutes.agencyProposals,
    access: [...licensing, 'agency-clerk'],
    scope: 'licences:write',
    summary: 'Proposes a change of the own file; an officer’s own entry is on file at once',
    params: id,
    body: proposalForm,
    reply: z.object({ proposalId: z.string() }),
    handle: async ({ actor, params, vault, files, now }, tx, { body }) => {
      const agencyId = params.id ?? ''
      if (actor.agencyId !== null && actor.agencyId !== agencyId) return refuse('not-found')
      const asked = { agencyId, ...body, given: [], vault, files, now }
      if (actor.agencyId !== null) {
        const done = await proposeChange(tx, actor, asked)
        return done.ok ? ok({ proposalId: done.value }) : refuse(errorsOf(done.refusal))
      }
      const read = await readDossier(tx, { agencyId, vault, now })
      if (!read) return refuse('not-found')
      const done = await enterFact(tx, actor, { ...asked, version: read.file.version })
      return done.ok ? ok({ proposalId: done.value }) : refuse(errorsOf(done.refusal))
    },
  }),
  answers({
    method: 'post',
    path: apiRoutes.agencyProposalDecide,
    access: licensing,
    scope: 'licences:write',
    summary: 'Accepts or refuses what an agency proposed, on the file as it was read',
    params: id,
    body: decisionForm,
    reply: z.object({ done: z.string() }),
    handle: async ({ actor, params, vault, now }, tx, { body }) => {
      const done = await decideProposal(tx, actor, { id: params.id ?? '', ...body, vault, now })
      return done.ok ? ok({ done: body.decision }) : done
    },
  }),
  answers({
    method: 'get',
    path: apiRoutes.recruiter,
    access: ['public'],
    scope: null,
    summary: 'Who carries a recruiter’s card, for which agency, and whether it holds today',
    reply: z.object({
      ...{ number: text, names, agencyId: z.string(), agency: names },
      ...{ province: text, from: z.string(), to: text, asOf: z.string() },
    }),
    handle: async ({ params, vault, now }, tx) => {
      const found = await readRecruiter(tx, { number: params.number ?? '', vault, now })
      if (!found) return refuse('not-found')
      const { agency, card, province, from, to, asOf } = found
      return ok({
        ...{ number: card, names: found.names, agencyId: agency.id, agency: agency.names },
        ...{ province, from, to, asOf },
      })
    },
  }),
]
