import { page, type Route } from '../../../../platform/http/route.ts'
import { routes } from '../../../../routes.ts'
import { readCategories } from '../../store/categories.ts'
import { CategoriesPage } from './categories-page.tsx'

export const complaintAdministrationRoutes: readonly Route[] = [
  {
    door: 'page',
    method: 'get',
    path: routes.administrationCategories.path,
    access: ['administrator', 'complaints-head'],
    show: async (_visit, tx) => page(<CategoriesPage categories={await readCategories(tx)} />),
  },
]
