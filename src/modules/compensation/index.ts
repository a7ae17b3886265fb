export { type EndRefusal, endOutcome, recountCredits } from './actions/end-outcome.ts'
export { followDues } from './actions/follow-dues.ts'
export { type OwnWord, readOwnWord } from './actions/own-word.ts'
export {
  type OutcomeRefusal,
  type Recorded,
  type RecordOutcome,
  recordOutcome,
} from './actions/record-outcome.ts'
export { warnOfTimeBars } from './actions/time-bars.ts'
export { fillDemonstrationOutcomes } from './demonstration/fill-outcomes.ts'
export { calculatorRoutes } from './pages/calculator/routes.ts'
export {
  type CaseStep,
  caseSteps,
  type SentStep,
  type StepRefused,
  sentOf,
  takeCaseStep,
} from './pages/case-step.ts'
export { moneyPanel, ownMoneyPanel } from './pages/money/panels.tsx'
export { moneyRoutes } from './pages/money/routes.ts'
export { payOutRoutes } from './pages/payout/routes.ts'
export { ownTimeBarPanel, timeBarPanel } from './pages/time-bars/panels.tsx'
export {
  type ListedPerson,
  type PersonTerm,
  readTerms,
  type TermsFault,
  type TermsInput,
  termModes,
} from './rules/entered-terms.ts'
export {
  type Answer,
  type AnswerWay,
  answers,
  answerWays,
  type FoundIn,
  type NewMoneyTerm,
  type NewOutcome,
  type NewRemedy,
  type NewTerm,
  type OutcomeId,
  type OutcomeKind,
  type PersonAnswer,
  type Plan,
  type RemedyKind,
  remedyKinds,
  type Share,
} from './rules/outcome.ts'
export { payOutLifecycle } from './rules/pay-out.ts'
export { countUnanswered } from './store/end-outcome.ts'
export { countRemedies } from './store/remedy-figures.ts'
