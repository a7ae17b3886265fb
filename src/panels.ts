import { hasRole } from './kernel/actor.ts'
import type { AboutHref } from './modules/letters/index.ts'
import type { AgencyPanel } from './modules/licences/index.ts'
import { routes } from './routes.ts'

/** What later modules show on the agency's public page, in this order. */
export const agencyPanels: readonly AgencyPanel[] = []

/** Where the record is that a letter is about. */
export const letterSubject: AboutHref = ({ type, id }, actor) =>
  type === 'complaint' && hasRole(actor, 'complaints-officer', 'complaints-head')
    ? routes.complaint.href({ id })
    : null
