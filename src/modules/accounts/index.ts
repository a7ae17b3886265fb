export { inDemonstrationBrowser } from './actions/demonstration-browser.ts'
export { fillDemonstrationPeople } from './actions/fill-demonstration-people.ts'
export { findActor } from './actions/find-actor.ts'
export {
  createFirstAdministrator,
  type FirstAdministrator,
  type FirstAdministratorRefusal,
} from './actions/first-administrator.ts'
export { forgetEndedSignIns } from './actions/forget-ended.ts'
export { makeProvider, type ProviderSettings } from './actions/provider.ts'
export { reviewAccess } from './actions/review-access.ts'
export {
  type SigningState,
  type SigningVisit,
  sign,
  signingState,
} from './actions/sign.ts'
export { issueToken, type TokenOrder } from './actions/tokens.ts'
export { readWaitingRequests, type WaitingRequest } from './actions/waiting-requests.ts'
export { findIdentity } from './pages/find-identity.ts'
export { officeChange } from './pages/offices/office-change.ts'
export { officeAdministrationRoutes } from './pages/offices/routes.tsx'
export { oidcRoutes } from './pages/oidc-routes.tsx'
export { accountRoutes } from './pages/routes.ts'
export { SignInPage } from './pages/sign-in-page.tsx'
export { demonstrationRoutes } from './pages/sign-in-routes.tsx'
export { SigningFields, signingErrors } from './pages/signing-fields.tsx'
export { signingLimit } from './pages/signing-limit.ts'
export { type AssignableRole, assignableRoles } from './rules/assignment.ts'
export { type DemonstrationPerson, demonstrationPersons } from './rules/demonstration-persons.ts'
export type { OfficeContent } from './rules/office-change.ts'
export type { OfficeKind } from './rules/office-kinds.ts'
export { peopleAccess } from './rules/people-access.ts'
export { type ApiScope, apiScopes } from './rules/scopes.ts'
export {
  isSigningRefusal,
  type SignatureId,
  type Signing,
  type SigningMethod,
  type SigningRefusal,
} from './rules/signing.ts'
export { endEverySession } from './store/end-every-session.ts'
export {
  competentOffice,
  findOffice,
  findOfficeByCode,
  listOffices,
  loadOffices,
  type Office,
} from './store/offices.ts'
export {
  listAgencyClerks,
  listOfficers,
  namesOfPerson,
  type Officer,
  type PersonId,
  type PersonNames,
  personNames,
} from './store/people.ts'
export { listSignatures, type Signature } from './store/signatures.ts'
