import { hasRole } from './kernel/actor.ts'
import {
  moneyPanel,
  ownMoneyPanel,
  ownTimeBarPanel,
  timeBarPanel,
} from './modules/compensation/index.ts'
import type { CasePanels } from './modules/complaints/index.ts'
import {
  agencyConciliationPanel,
  conciliationPanel,
  ownConciliationPanel,
} from './modules/conciliation/index.ts'
import { depositPanel, depositReaders } from './modules/ledger/index.ts'
import type { AboutHref } from './modules/letters/index.ts'
import type { AgencyPanel } from './modules/licences/index.ts'
import { ownProceedingPanel, proceedingPanel } from './modules/proceedings/index.ts'
import { protectionPanel } from './modules/protection/index.ts'
import { routes } from './routes.ts'

/**
 * What later modules show on the pages of a case, in this order: the officers' case page, the
 * complainant's own (with the receipt of the case or of one person of its group: actor.casePerson),
 * the agency's page of a question.
 */
export const casePanels: CasePanels = {
  officer: [protectionPanel, conciliationPanel, proceedingPanel, moneyPanel, timeBarPanel],
  complainant: [
    ownMoneyPanel,
    ownConciliationPanel,
    { ...ownProceedingPanel, onlyWhileOpen: true },
    ownTimeBarPanel,
  ],
  agency: [agencyConciliationPanel],
}

/** What later modules show on the agency's public page, in this order. */
export const agencyPanels: readonly AgencyPanel[] = [depositPanel]

/** Where the record is that a letter is about. */
export const letterSubject: AboutHref = ({ type, id }, actor) => {
  if (type === 'complaint' && hasRole(actor, 'complaints-officer', 'complaints-head', 'caseworker'))
    return routes.complaint.href({ id })
  return type === 'draw' && hasRole(actor, ...depositReaders) ? routes.draw.href({ id }) : null
}
