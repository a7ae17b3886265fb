import type { Route } from '../../../platform/http/route.ts'
import { ledgerApi } from './api.ts'
import { depositRoutes } from './deposit-routes.tsx'
import { depositsRoutes } from './deposits-routes.tsx'
import { drawRoutes } from './draw-routes.tsx'
import { ownDepositRoutes } from './own-deposit-routes.tsx'

/** Deposits, what is demanded and drawn of them, for officers, agencies and programs. */
export const ledgerRoutes: readonly Route[] = [
  ...depositsRoutes,
  ...depositRoutes,
  ...drawRoutes,
  ...ownDepositRoutes,
  ...ledgerApi,
]
