export { type AddPersons, type AddPersonsRefusal, addPersons } from './actions/add-persons.ts'
export { receiveAgencyAnswer } from './actions/answer-inquiry.ts'
export { applyComplaintRetention } from './actions/apply-retention.ts'
export { assignTo } from './actions/assign-complaint.ts'
export { type AddClaim, addClaim } from './actions/case-parts.ts'
export { complaintsAgreeWithEvents } from './actions/check-against-events.ts'
export { assignByLot } from './actions/draw-officer.ts'
export { caseImporter } from './actions/import-cases.ts'
export { complaintForwards } from './actions/keep-forwarded.ts'
export { type MoveComplaint, moveComplaint } from './actions/move-complaint.ts'
export { noteAwaitedWord, noteAwaitedWordOfDraw } from './actions/note-awaited-word.ts'
export { openNames } from './actions/person-names.ts'
export { keepReceiptDocument } from './actions/receipt-paper.ts'
export { recountAfterChange } from './actions/recount-clocks.ts'
export { type Receipt, submitComplaint } from './actions/submit-complaint.ts'
export { type CaseLinks, tellComplainant } from './actions/tell-complainant.ts'
export { tellOwner } from './actions/tell-owner.ts'
export { fillDemonstrationComplaints } from './demonstration/fill-complaints.ts'
export { fillDemonstrationEvidence } from './demonstration/fill-evidence.ts'
export { fillDemonstrationGroups } from './demonstration/fill-groups.ts'
export { fillDemonstrationMessages } from './demonstration/fill-messages.ts'
export { type KnownReceipt, listKnownReceipts } from './demonstration/known-receipts.ts'
export { categoryChange } from './pages/administration/category-change.ts'
export { complaintAdministrationRoutes } from './pages/administration/routes.tsx'
export { agencyInquiryRoutes } from './pages/agency/routes.tsx'
export { handlingApiRoutes } from './pages/api/routes.ts'
export type { CasePanel, CasePanelAt, CasePanels } from './pages/case-panel.ts'
export { findComplainant } from './pages/citizen/receipt-visit.ts'
export { citizenComplaintRoutes } from './pages/citizen/routes.ts'
export { takeIntoDraft } from './pages/citizen/take-into-draft.ts'
export { officerComplaintRoutes } from './pages/officer/routes.ts'
export type { CategoryContent } from './rules/category-change.ts'
export {
  type CloseReason,
  type Complaint,
  type ComplaintId,
  type ComplaintStatus,
  closeReasons,
  ministryArea,
} from './rules/complaint.ts'
export { inquiryReference } from './rules/inquiry-reference.ts'
export type { Entry, NewComplaint } from './rules/intake.ts'
export { complaintLifecycle } from './rules/lifecycle.ts'
export type { NewPerson, NewPersonClaim } from './rules/new-person.ts'
export type {
  CaseClaim,
  CasePartyId,
  CasePerson,
  CasePersonId,
  PartyKind,
  PartyRole,
  Situation,
} from './rules/person.ts'
export { parseCaseNumber } from './rules/receipt.ts'
export { complaintPhrases } from './rules/spoken.ts'
export { loadComplaintCategories } from './store/categories.ts'
export { type ClaimFacts, findClaimFacts, listOpenClaimFacts } from './store/claim-facts.ts'
export { findComplaint } from './store/complaint.ts'
export { findByNumber } from './store/complaint-by-number.ts'
export {
  type ComplaintFact,
  listComplaintFacts,
  listPersonSexes,
  listSought,
  listStepDays,
  type StepDays,
} from './store/figures.ts'
export { findExampleCase } from './store/find-example.ts'
export { listSealedParties } from './store/group.ts'
export {
  contactIndexOf,
  findGuardedCase,
  type GuardedCase,
  guardCase,
  listGuardedCases,
} from './store/guarded.ts'
export { listInquiriesOf } from './store/inquiry.ts'
export { listOldCases } from './store/old-case.ts'
export { outsideBodyNames } from './store/outside-bodies.ts'
export { listPersons } from './store/person.ts'
