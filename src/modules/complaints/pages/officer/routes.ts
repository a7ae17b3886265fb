import type { Route } from '../../../../platform/http/route.ts'
import type { CasePanels } from '../case-panel.ts'
import { caseFilesRoutes } from './case-files-routes.ts'
import { caseLetterRoutes } from './case-letters.tsx'
import { caseRoutes } from './case-routes.tsx'
import { entryRoutes } from './entry-routes.tsx'
import { exportRoutes } from './export-routes.ts'
import { paperFormRoutes } from './forms-routes.tsx'
import { oldFileRoutes } from './old-file.tsx'
import { worklistRoutes } from './worklist-routes.tsx'

/** The officers' doors to complaints. */
export const officerComplaintRoutes = (panels: CasePanels): readonly Route[] => [
  ...worklistRoutes,
  ...exportRoutes,
  ...entryRoutes,
  ...paperFormRoutes,
  ...caseRoutes(panels),
  ...caseLetterRoutes,
  ...caseFilesRoutes,
  ...oldFileRoutes,
]
