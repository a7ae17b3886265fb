import type { Route } from '../../../../platform/http/route.ts'
import { caseFilesRoutes } from './case-files-routes.ts'
import { caseRoutes } from './case-routes.tsx'
import { entryRoutes } from './entry-routes.tsx'
import { exportRoutes } from './export-routes.ts'
import { worklistRoutes } from './worklist-routes.tsx'

/** The officers' doors to complaints. */
export const officerComplaintRoutes: readonly Route[] = [
  ...worklistRoutes,
  ...exportRoutes,
  ...entryRoutes,
  ...caseRoutes,
  ...caseFilesRoutes,
]
