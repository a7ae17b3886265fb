import type { Route } from '../../../platform/http/route.ts'
import { protectionApiRoutes } from './api-routes.ts'
import { caseRoutes } from './case-routes.tsx'
import { concernRoutes } from './concern-routes.tsx'
import { listRoutes } from './list-routes.tsx'

/** Literal addresses before those with parameters. */
export const protectionRoutes: readonly Route[] = [
  ...listRoutes,
  ...concernRoutes,
  ...caseRoutes,
  ...protectionApiRoutes,
]
