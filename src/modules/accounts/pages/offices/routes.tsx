import { page, type Route } from '../../../../platform/http/route.ts'
import { routes } from '../../../../routes.ts'
import { listProvinces } from '../../../places/index.ts'
import { listKnownOffices } from '../../store/change-office.ts'
import { OfficeListPage } from './offices-page.tsx'

export const officeAdministrationRoutes: readonly Route[] = [
  {
    door: 'page',
    method: 'get',
    path: routes.administrationOffices.path,
    access: ['administrator'],
    show: async (_visit, tx) => {
      const [offices, provinces] = [await listKnownOffices(tx), await listProvinces(tx)]
      return page(<OfficeListPage offices={offices} provinces={provinces} />)
    },
  },
]
