import { changeKinds } from '../change-kinds.ts'
import { importers } from '../importers.ts'
import { accountRoutes, officeAdministrationRoutes } from '../modules/accounts/index.ts'
import { agencyRoutes } from '../modules/agencies/index.ts'
import { changeRoutes } from '../modules/changes/index.ts'
import { calculatorRoutes, moneyRoutes, payOutRoutes } from '../modules/compensation/index.ts'
import {
  agencyInquiryRoutes,
  citizenComplaintRoutes,
  complaintAdministrationRoutes,
  handlingApiRoutes,
  officerComplaintRoutes,
} from '../modules/complaints/index.ts'
import {
  conciliationApiRoutes,
  conciliationSideRoutes,
  officerConciliationRoutes,
} from '../modules/conciliation/index.ts'
import { evidenceRoutes } from '../modules/evidence/index.ts'
import { importRoutes } from '../modules/imports/index.ts'
import { lawRoutes } from '../modules/law/index.ts'
import { ledgerRoutes } from '../modules/ledger/index.ts'
import { letterRoutes } from '../modules/letters/index.ts'
import { checkRoutes, licenceRoutes } from '../modules/licences/index.ts'
import { emailRoutes, outboxRoutes, telegramRoutes } from '../modules/messages/index.ts'
import { proceedingRoutes } from '../modules/proceedings/index.ts'
import { protectionRoutes } from '../modules/protection/index.ts'
import { figureRoutes } from '../modules/statistics/index.ts'
import { voiceRoutes } from '../modules/voice/index.ts'
import { agencyPanels, casePanels, letterSubject } from '../panels.ts'
import { phrases } from '../phrases.ts'
import type { Route } from '../platform/http/route.ts'
import { statusSources } from '../status-sources.ts'

/** Every door of every module, in the modules' order. */
export const routesOfAllModules: readonly Route[] = [
  ...lawRoutes,
  ...accountRoutes,
  ...officeAdministrationRoutes,
  ...changeRoutes(changeKinds),
  ...evidenceRoutes,
  ...letterRoutes(letterSubject),
  ...voiceRoutes(phrases),
  ...importRoutes(importers),
  ...outboxRoutes,
  ...telegramRoutes,
  ...emailRoutes,
  ...agencyRoutes,
  ...ledgerRoutes,
  ...licenceRoutes(agencyPanels),
  ...checkRoutes(statusSources),
  ...citizenComplaintRoutes(casePanels),
  ...officerComplaintRoutes(casePanels),
  ...complaintAdministrationRoutes,
  ...agencyInquiryRoutes(casePanels),
  ...handlingApiRoutes,
  ...protectionRoutes,
  ...moneyRoutes,
  ...payOutRoutes,
  ...calculatorRoutes,
  ...proceedingRoutes,
  ...officerConciliationRoutes,
  ...conciliationSideRoutes,
  ...conciliationApiRoutes,
  ...figureRoutes,
]
