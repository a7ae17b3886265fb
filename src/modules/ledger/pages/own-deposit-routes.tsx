import { dayOf } from '../../../kernel/days.ts'
import { notFound, page, type Route } from '../../../platform/http/route.ts'
import { routes } from '../../../routes.ts'
import { readDeposit } from '../actions/read-deposit.ts'
import { OwnDepositPage } from './own-deposit-page.tsx'

export const ownDepositRoutes: readonly Route[] = [
  {
    door: 'page',
    method: 'get',
    path: routes.ownDeposit.path,
    access: ['agency-clerk'],
    show: async ({ actor, now, query }, tx) => {
      const before = typeof query.before === 'string' ? Number.parseInt(query.before, 10) : null
      const file = await readDeposit(tx, {
        ...{ agencyId: actor.agencyId ?? '', now },
        before: before !== null && before > 0 ? before : null,
      })
      return file ? page(<OwnDepositPage file={file} today={dayOf(now)} />) : notFound
    },
  },
]
