import type { Route } from '../../../../platform/http/route.ts'
import { complaintApiRoutes } from './complaint-routes.ts'
import { caseHandlingApiRoutes } from './handling-routes.ts'
import { inquiryApiRoutes } from './inquiry-routes.ts'
import { personApiRoutes } from './person-routes.ts'
import { rightApiRoutes } from './right-routes.ts'

/** The officers’ and agencies’ doors for other programs. */
export const handlingApiRoutes: readonly Route[] = [
  ...complaintApiRoutes,
  ...personApiRoutes,
  ...rightApiRoutes,
  ...caseHandlingApiRoutes,
  ...inquiryApiRoutes,
]
