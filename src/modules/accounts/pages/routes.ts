import type { Route } from '../../../platform/http/route.ts'
import { accountPageRoutes } from './account-routes.tsx'
import { passkeyRoutes } from './passkey-routes.tsx'
import { passwordRoutes } from './password-routes.tsx'
import { peopleApiRoutes } from './people/api-routes.ts'
import { askRoutes } from './people/ask-routes.tsx'
import { delegationRoutes } from './people/delegation-routes.tsx'
import { peopleRoutes } from './people/people-routes.tsx'
import { personRoutes } from './people/person-routes.tsx'
import { requestRoutes } from './people/request-routes.tsx'
import { reviewRoutes } from './people/review-routes.tsx'
import { secondFactorRoutes } from './second-factor-routes.tsx'
import { signInRoutes } from './sign-in-routes.tsx'

export const accountRoutes: readonly Route[] = [
  ...signInRoutes,
  ...accountPageRoutes,
  ...secondFactorRoutes,
  ...passwordRoutes,
  ...passkeyRoutes,
  ...peopleRoutes,
  ...personRoutes,
  ...askRoutes,
  ...requestRoutes,
  ...delegationRoutes,
  ...reviewRoutes,
  ...peopleApiRoutes,
]
