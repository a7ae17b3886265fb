import type { Route } from '../../../../platform/http/route.ts'
import type { CasePanels } from '../case-panel.ts'
import { caseFilesRoutes } from './case-files-routes.ts'
import { caseLetterRoutes } from './case-letters.tsx'
import { caseRoutes } from './case-routes.tsx'
import { conflictRoutes } from './conflicts.tsx'
import { duplicateRoutes } from './duplicates.tsx'
import { entryRoutes } from './entry-routes.tsx'
import { exportRoutes } from './export-routes.ts'
import { paperFormRoutes } from './forms-routes.tsx'
import { lateRoutes } from './late.tsx'
import { oldFileRoutes } from './old-file.tsx'
import { addPersonsRoutes } from './persons/add-routes.tsx'
import { personRoutes } from './persons/person-routes.tsx'
import { personsRoutes } from './persons/persons-routes.tsx'
import { worklistRoutes } from './worklist-routes.tsx'

/** The officers' doors to complaints. */
export const officerComplaintRoutes = (panels: CasePanels): readonly Route[] => [
  ...worklistRoutes,
  ...exportRoutes,
  ...entryRoutes,
  ...paperFormRoutes,
  ...lateRoutes,
  ...caseRoutes(panels),
  ...addPersonsRoutes,
  ...personsRoutes,
  ...personRoutes,
  ...duplicateRoutes,
  ...conflictRoutes,
  ...caseLetterRoutes,
  ...caseFilesRoutes,
  ...oldFileRoutes,
]
