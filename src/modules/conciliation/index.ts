export { followAgencyAnswer, noteUnanswered } from './actions/answer-proposal.ts'
export { endMeetingsOfProtected } from './actions/end-with-protection.ts'
export { fillDemonstrationConciliations } from './demonstration/fill-conciliations.ts'
export { conciliationApiRoutes } from './pages/api.ts'
export {
  agencyConciliationPanel,
  conciliationPanel,
  ownConciliationPanel,
} from './pages/panels.tsx'
export { officerConciliationRoutes } from './pages/routes.tsx'
export { sideRoutes as conciliationSideRoutes } from './pages/side-routes.tsx'
export { decisionLifecycle } from './rules/decision.ts'
export { meetingLifecycle } from './rules/meeting.ts'
