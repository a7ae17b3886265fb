import { z } from 'zod'
import { apiRoutes } from '../../../../api-routes.ts'
import { ok, refuse } from '../../../../kernel/result.ts'
import type { Token } from '../../../../kernel/tokens/token.ts'
import type { ApiRoute } from '../../../../platform/http/route.ts'
import { answers } from '../../../../platform/http/route.ts'
import { signTokens, tokenAddress } from '../../../../platform/tokens/sign-token.ts'
import type { StatusSource } from '../../../../platform/tokens/status-source.ts'
import { checkCode } from '../../actions/check-code.ts'
import { listCodes } from '../../actions/list-codes.ts'
import { showAgency } from '../../actions/show-agency.ts'

const said = z.object({
  kind: z.string(),
  number: z.string(),
  names: z.object({ km: z.string().nullable(), en: z.string().nullable() }),
  destination: z.string().nullable(),
  sector: z.string().nullable(),
  from: z.string(),
  to: z.string().nullable(),
  issuedOn: z.string(),
  place: z.int(),
})
const saidOf = (token: Token): z.input<typeof said> => ({ ...token, names: { ...token.names } })

const limit = { name: 'check-code-api', points: 600, seconds: 600 }
const common = { access: ['public'], scope: null } as const

/** The same for other programs. */
export const checkApi = (sources: readonly StatusSource[]): readonly ApiRoute[] => [
  answers({
    ...common,
    method: 'get',
    path: apiRoutes.check,
    limit,
    summary: 'Whether a signed code is ours and still holds, by the register of this moment',
    query: z.object({ code: z.string().max(4_000) }),
    reply: z.object({
      answer: z.enum(['valid', 'not-valid', 'unsure', 'cannot']),
      why: z.string().nullable(),
      asOf: z.string(),
      says: said.nullable().describe('Null where nothing that the code says can be believed.'),
    }),
    handle: async ({ vault, now }, tx, { query }) => {
      const verdict = await checkCode(tx, query.code, { vault, sources, now })
      if (!verdict) return refuse('not-found')
      const token = verdict.kind === 'cannot' ? null : verdict.token
      const why = verdict.kind === 'valid' ? null : verdict.why
      const says = token && saidOf(token)
      return ok({ answer: verdict.kind, why, asOf: now.toISOString(), says })
    },
  }),
  answers({
    ...common,
    method: 'get',
    path: apiRoutes.agencyCodes,
    summary: 'The signed codes of an agency, one for each country and kind of work of today',
    reply: z.object({
      asOf: z.string(),
      codes: z.array(z.object({ says: said, code: z.string(), address: z.string() })),
    }),
    handle: async ({ params, now, vault }, tx) => {
      const file = await showAgency(tx, { id: params.id ?? '', now, vault })
      if (!file) return refuse('not-found')
      const tokens = await listCodes(tx, file)
      const signed = await signTokens(tx, vault, tokens)
      const codes = tokens.map((token, place) => {
        const code = signed[place] ?? ''
        return { says: saidOf(token), code, address: tokenAddress(code) }
      })
      return ok({ asOf: file.asOf, codes })
    },
  }),
]
