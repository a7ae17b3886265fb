export { type BarFacts, type TimeBar, timeBarsFor } from './rules/calculator/time-bars.ts'
