import { z } from 'zod'
import { apiRoutes } from '../api-routes.ts'
import { roles } from '../kernel/actor.ts'
import { dayOf } from '../kernel/days.ts'
import { ok } from '../kernel/result.ts'
import { rulebook } from '../modules/law/index.ts'
import { listDigests, publicSigningKey } from '../platform/events/digest.ts'
import { apiRoutesOf, openApiDocument } from '../platform/http/openapi.ts'
import { answers, page, type Route, redirect } from '../platform/http/route.ts'
import { routes } from '../routes.ts'
import { StyleGuidePage } from '../ui/index.ts'
import { operationsRoutes } from './operations/operations-routes.tsx'
import { ApiPage } from './pages/api-page.tsx'
import { PersonalDataPage } from './pages/personal-data-page.tsx'
import { personalData } from './personal-data.ts'
import { rail } from './rail.ts'

const common = { door: 'page', method: 'get', access: ['public'], cached: true } as const

/** The house itself: what it keeps of people, how it looks, its API, its seals, where one begins. */
export const houseRoutes = (modules: readonly Route[]): readonly Route[] => [
  {
    ...common,
    path: routes.personalData.path,
    show: async (visit, tx) => {
      const { rules } = await rulebook(tx, dayOf(visit.now))
      return page(<PersonalDataPage kinds={personalData} rules={rules} />)
    },
  },
  {
    ...common,
    path: routes.styleGuide.path,
    show: async (visit) =>
      page(<StyleGuidePage look={visit.query.look === 'officer' ? 'officer' : 'citizen'} />),
  },
  {
    ...common,
    path: routes.apiDocs.path,
    show: async () => page(<ApiPage addresses={apiRoutesOf([...modules, ...houseApi])} />),
  },
  {
    ...common,
    path: apiRoutes.openapi,
    cached: false,
    show: async () => {
      const document = openApiDocument([...modules, ...houseApi], '1')
      return { kind: 'file', type: 'application/json', content: JSON.stringify(document) }
    },
  },
  {
    door: 'page',
    method: 'get',
    path: routes.work.path,
    access: roles.filter((role) => !['public', 'complainant', 'system'].includes(role)),
    show: async ({ actor }) => redirect(rail(actor)[0]?.href ?? routes.account.href()),
  },
  ...operationsRoutes,
  ...houseApi,
]

const houseApi: readonly Route[] = [
  answers({
    method: 'get',
    path: apiRoutes.digests,
    access: ['public'],
    scope: null,
    summary: 'The signed daily line of each sealed ledger, and the key that checks it',
    reply: z.object({
      key: z.record(z.string(), z.unknown()),
      digests: z.array(
        z.object({ day: z.string(), ledger: z.string(), block: z.number(), signature: z.string() }),
      ),
    }),
    handle: async (visit, tx) => {
      const digests = await listDigests(tx)
      const key = await publicSigningKey(visit.vault)
      return ok({
        key: { ...key },
        digests: digests.map((digest) => ({ ...digest, block: Number(digest.block) })),
      })
    },
  }),
]
