import type { FastifyBaseLogger } from 'fastify'
import { houseRoutes } from './composition/house-routes.tsx'
import { identify } from './composition/identify.ts'
import { rail } from './composition/rail.ts'
import { routesOfAllModules } from './composition/routes-of-all-modules.ts'
import { errorPages } from './error-pages.tsx'
import { followedEvents } from './follow-ups.ts'
import {
  demonstrationRoutes,
  makeProvider,
  oidcRoutes,
  type ProviderSettings,
  signingLimit,
} from './modules/accounts/index.ts'
import type { Db } from './platform/db.ts'
import { followEvents } from './platform/events/record-event.ts'
import type { Files } from './platform/files/files.ts'
import { makeServer, type Server } from './platform/http/server.ts'
import { loadMessages } from './platform/i18n/messages.ts'
import { makeReaders } from './platform/i18n/reader.ts'
import type { Vault } from './platform/vault/vault.ts'

export type AppDeps = {
  readonly db: Db
  readonly vault: Vault
  readonly files: Files
  readonly now: () => Date
  readonly demonstration: boolean
  /** Secure cookies and HSTS: on in production, where TLS is required. */
  readonly secure: boolean
  readonly trustProxy: boolean
  readonly logger: FastifyBaseLogger | false
  /** A provider by which people may sign in too; null or nothing for none. */
  readonly oidc?: ProviderSettings | null
  /** Folder with `en/` and `km/`. */
  readonly locales: URL
}

/** The whole application, built from its modules. Tests build the same one. */
export function buildApp(deps: AppDeps): Promise<Server> {
  followEvents(followedEvents())
  const provider = deps.oidc ? makeProvider(deps.oidc) : null
  const modules = [
    ...routesOfAllModules,
    ...(deps.demonstration ? demonstrationRoutes : []),
    ...(provider ? oidcRoutes(provider) : []),
  ]
  return makeServer({
    deps: {
      ...deps,
      readers: makeReaders(loadMessages(deps.locales)),
      secureCookies: deps.secure,
      identify,
      rail,
      errorPages,
      everyForm: [signingLimit],
      signInWith: provider?.name ?? null,
    },
    routes: [...modules, ...houseRoutes(modules)],
    logger: deps.logger,
    trustProxy: deps.trustProxy,
    hsts: deps.secure,
  })
}
