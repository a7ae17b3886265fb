import type { Route } from '../../../platform/http/route.ts'
import { routes } from '../../../routes.ts'
import { serveEvidence } from './serve.ts'

/** Officers' door to a file; who may see its record is said by the rows. */
export const evidenceRoutes: readonly Route[] = [
  {
    door: 'page',
    method: 'get',
    path: routes.evidence.path,
    access: [
      'complaints-officer',
      'complaints-head',
      'caseworker',
      'counsellor',
      'licensing-officer',
      'licensing-head',
      'signatory',
    ],
    show: serveEvidence,
  },
]
