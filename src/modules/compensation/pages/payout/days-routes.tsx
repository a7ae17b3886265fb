import { page, type Route } from '../../../../platform/http/route.ts'
import { routes } from '../../../../routes.ts'
import { moneyHandlers } from '../../rules/pay-out.ts'
import { listPayOutDays } from '../../store/pay-outs.ts'
import { PayOutsPage } from './days-page.tsx'

/** As many as one page shows, the latest first. */
export const daysShown = 200

export const daysRoutes: readonly Route[] = [
  {
    ...{ door: 'page', method: 'get', path: routes.payOuts.path, access: moneyHandlers },
    show: async (_visit, tx) => page(<PayOutsPage days={await listPayOutDays(tx, daysShown)} />),
  },
]
