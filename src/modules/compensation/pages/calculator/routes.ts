import type { Route } from '../../../../platform/http/route.ts'
import { calculatorApiRoutes } from './api-routes.ts'
import { publicCalculatorRoutes } from './public-routes.tsx'

/** The calculator: for anybody, for the officer of a case, and for other programs. */
export const calculatorRoutes: readonly Route[] = [
  ...publicCalculatorRoutes,
  ...calculatorApiRoutes,
]
