import type { Route } from '../../../../platform/http/route.ts'
import { payOutApiRoutes } from './api-routes.ts'
import { chooseRoutes } from './choose-routes.tsx'
import { dayRoutes } from './day-routes.tsx'
import { daysRoutes } from './days-routes.tsx'

export const payOutRoutes: readonly Route[] = [
  ...daysRoutes,
  ...chooseRoutes,
  ...dayRoutes,
  ...payOutApiRoutes,
]
