import type { Route } from '../../../platform/http/route.ts'
import { accountPageRoutes } from './account-routes.tsx'
import { passwordRoutes } from './password-routes.tsx'
import { secondFactorRoutes } from './second-factor-routes.tsx'
import { signInRoutes } from './sign-in-routes.tsx'

export const accountRoutes: readonly Route[] = [
  ...signInRoutes,
  ...accountPageRoutes,
  ...secondFactorRoutes,
  ...passwordRoutes,
]
