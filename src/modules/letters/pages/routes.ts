import type { Route } from '../../../platform/http/route.ts'
import { type AboutHref, singleLetterRoutes } from './letter-routes.tsx'
import { newLetterRoutes } from './new-routes.tsx'
import { registerRoutes } from './register-routes.tsx'
import { scansRoutes } from './scans-routes.tsx'
import { signingRoutes } from './signing-routes.tsx'
import { verifyRoutes } from './verify-routes.tsx'

/** Registers, letters and what anybody may ask of a printed one. */
export const letterRoutes = (aboutHref: AboutHref): readonly Route[] => [
  ...verifyRoutes,
  ...registerRoutes,
  ...scansRoutes,
  ...signingRoutes,
  ...newLetterRoutes,
  ...singleLetterRoutes(aboutHref),
]
