import { hasRole } from './kernel/actor.ts'
import type { CasePanels } from './modules/complaints/index.ts'
import type { AboutHref } from './modules/letters/index.ts'
import type { AgencyPanel } from './modules/licences/index.ts'
import { routes } from './routes.ts'

/**
 * What later modules show on the pages of a case, in this order: the officers' case page, the
 * complainant's own (with the receipt of the case or of one person of its group: actor.casePerson),
 * the agency's page of a question.
 */
export const casePanels: CasePanels = { officer: [], complainant: [], agency: [] }

/** What later modules show on the agency's public page, in this order. */
export const agencyPanels: readonly AgencyPanel[] = []

/** Where the record is that a letter is about. */
export const letterSubject: AboutHref = ({ type, id }, actor) =>
  type === 'complaint' && hasRole(actor, 'complaints-officer', 'complaints-head', 'caseworker')
    ? routes.complaint.href({ id })
    : null
