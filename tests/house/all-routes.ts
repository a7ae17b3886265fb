import { houseRoutes } from '../../src/composition/house-routes.tsx'
import { routesOfAllModules } from '../../src/composition/routes-of-all-modules.ts'
import { demonstrationRoutes } from '../../src/modules/accounts/index.ts'
import type { Route } from '../../src/platform/http/route.ts'

const modules = [...routesOfAllModules, ...demonstrationRoutes]

/** Every route of a demonstration, as app.ts mounts them. */
export const allRoutes: readonly Route[] = [...modules, ...houseRoutes(modules)]
