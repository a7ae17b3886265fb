import { page, type Route } from '../../platform/http/route.ts'
import { judge } from '../../platform/operations/checks.ts'
import { listRuns, readFigures } from '../../platform/operations/figures.ts'
import { routes } from '../../routes.ts'
import { OperationsPage } from './operations-page.tsx'

/** How the installation is, for whoever keeps it alive. */
export const operationsRoutes: readonly Route[] = [
  {
    door: 'page',
    method: 'get',
    path: routes.operations.path,
    access: ['administrator'],
    show: async (visit, tx) => {
      const [figures, runs] = await Promise.all([readFigures(tx), listRuns(tx)])
      return page(
        <OperationsPage checks={judge(figures, visit.now)} figures={figures} runs={runs} />,
      )
    },
  },
]
