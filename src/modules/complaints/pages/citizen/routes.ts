import type { Route } from '../../../../platform/http/route.ts'
import type { CasePanels } from '../case-panel.ts'
import { complaintApiRoutes } from './api-routes.ts'
import { caseFilesRoutes } from './case-files-routes.ts'
import { caseRoutes } from './case-routes.tsx'
import { filesRoutes } from './files-routes.tsx'
import { followRoutes } from './follow-routes.tsx'
import { questionRoutes } from './question-routes.tsx'
import { sendRoutes } from './send-routes.tsx'
import { startRoutes } from './start-routes.tsx'

/** Everything that needs no account: to complain, and to follow one's case. */
export const citizenComplaintRoutes = (panels: CasePanels): readonly Route[] => [
  ...startRoutes,
  ...questionRoutes,
  ...filesRoutes,
  ...sendRoutes,
  ...followRoutes,
  ...caseRoutes(panels),
  ...caseFilesRoutes,
  ...complaintApiRoutes,
]
