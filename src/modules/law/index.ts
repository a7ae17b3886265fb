export { everyRule, freshCalendar, rulebook, workCalendar } from './actions/rulebook.ts'
export { holidayChange } from './pages/holiday-change.ts'
export { lawRoutes } from './pages/routes.tsx'
export { ruleChange } from './pages/rule-change.ts'
export { RuleLine } from './pages/rule-line.tsx'
export { StandingMark } from './pages/standing-mark.tsx'
export { ruleValueText } from './pages/value-text.ts'
export { type ClockUnit, type Due, dueAt, endOfDay, type Term } from './rules/clock.ts'
export { type AppliedRule, appliedRule, type Rule, type Standing } from './rules/rule.ts'
export type { RuleContent } from './rules/rule-change.ts'
export {
  type ClockRule,
  clockRule,
  findNumber,
  findRule,
  makeRulebook,
  type NumberRule,
  type Rulebook,
} from './rules/rulebook.ts'
export { loadRules } from './store/load-rules.ts'
