import type { Route } from '../../../../platform/http/route.ts'
import { complaintApiRoutes } from './complaint-routes.ts'
import { inquiryApiRoutes } from './inquiry-routes.ts'

/** The officers’ and agencies’ doors for other programs. */
export const handlingApiRoutes: readonly Route[] = [...complaintApiRoutes, ...inquiryApiRoutes]
