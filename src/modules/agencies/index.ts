export { type AgencyLinks, findLinks, judgeLink } from './actions/find-links.ts'
export { listPublicPersons, type PublicPerson } from './actions/read-recruiter.ts'
export { sendContactCode } from './actions/verify-contact.ts'
export { fillDemonstrationFiles } from './demonstration/fill-files.ts'
export { agencyRoutes } from './pages/routes.ts'
export {
  type Agency,
  type AgencyId,
  type AgencyNames,
  type AgencyRecord,
  isInUse,
  isWarningInForce,
  type Warning,
} from './rules/agency.ts'
export { type Verdict, verdicts } from './rules/alike.ts'
export { likenessKinds, type Path, type Strength, strengths } from './rules/likeness.ts'
export { type Match, type MatchKind, sortMatches } from './rules/match.ts'
export {
  addAgency,
  addContact,
  addLink,
  addName,
  addSite,
  addWarning,
} from './store/add-agency.ts'
export { namesOfAgency } from './store/agency-names.ts'
export { findMatches } from './store/find-matches.ts'
export { listPhones } from './store/list-phones.ts'
export {
  listAgencies,
  listAgenciesAfter,
  listWarnings,
  readAgency,
} from './store/read-agency.ts'
export {
  addToRegister,
  listRegister,
  moveOffice,
  type RegisterContact,
  type RegisterEntry,
  type RegisterOffice,
  renameOnRegister,
  replaceContacts,
} from './store/register.ts'
