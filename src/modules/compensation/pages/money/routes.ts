import type { Route } from '../../../../platform/http/route.ts'
import { ownDuesRoutes } from './agency-routes.tsx'
import { moneyApiRoutes } from './api-routes.ts'
import { caseMoneyRoutes } from './case-money-routes.tsx'
import { outcomeNewRoutes } from './outcome-new-routes.tsx'
import { ownMoneyRoutes } from './own-routes.tsx'
import { paymentsRoutes } from './worklist-routes.tsx'

export const moneyRoutes: readonly Route[] = [
  ...paymentsRoutes,
  ...caseMoneyRoutes,
  ...outcomeNewRoutes,
  ...ownMoneyRoutes,
  ...ownDuesRoutes,
  ...moneyApiRoutes,
]
