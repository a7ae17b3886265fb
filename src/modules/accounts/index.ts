export { fillDemonstrationPeople } from './actions/fill-demonstration-people.ts'
export {
  createFirstAdministrator,
  type FirstAdministrator,
  type FirstAdministratorRefusal,
} from './actions/first-administrator.ts'
export { forgetEndedSignIns } from './actions/forget-ended.ts'
export { issueToken, type TokenOrder } from './actions/tokens.ts'
export { findIdentity } from './pages/find-identity.ts'
export { accountRoutes } from './pages/routes.ts'
export { SignInPage } from './pages/sign-in-page.tsx'
export { demonstrationRoutes } from './pages/sign-in-routes.tsx'
export type { AssignableRole } from './rules/assignment.ts'
export { type DemonstrationPerson, demonstrationPersons } from './rules/demonstration-persons.ts'
export { type ApiScope, apiScopes } from './rules/scopes.ts'
export {
  competentOffice,
  findOffice,
  listOffices,
  loadOffices,
  type Office,
  type OfficeKind,
} from './store/offices.ts'
export {
  listOfficers,
  namesOfPerson,
  type Officer,
  type PersonId,
  type PersonNames,
  personNames,
} from './store/people.ts'
