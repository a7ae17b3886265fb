import type { Route } from '../../../platform/http/route.ts'
import { agencyFileApi } from './api.ts'
import { fileRoutes } from './file-routes.tsx'
import { ownFileRoutes } from './own-file-routes.tsx'
import { proposalRoutes } from './proposal-routes.tsx'
import { recruiterRoutes } from './recruiter-routes.tsx'

/** The file of an agency: its own page, the officers', what is proposed, and recruiters' cards. */
export const agencyRoutes: readonly Route[] = [
  ...ownFileRoutes,
  ...fileRoutes,
  ...proposalRoutes,
  ...recruiterRoutes,
  ...agencyFileApi,
]
