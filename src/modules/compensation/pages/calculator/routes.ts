import type { Route } from '../../../../platform/http/route.ts'
import { timeBarRoutes } from '../time-bars/routes.tsx'
import { calculatorApiRoutes } from './api-routes.ts'
import { officerCalculatorRoutes } from './officer-routes.tsx'
import { publicCalculatorRoutes } from './public-routes.tsx'

/** The calculator: for anybody, for the officer of a case, and for other programs; and time bars. */
export const calculatorRoutes: readonly Route[] = [
  ...publicCalculatorRoutes,
  ...calculatorApiRoutes,
  ...officerCalculatorRoutes,
  ...timeBarRoutes,
]
