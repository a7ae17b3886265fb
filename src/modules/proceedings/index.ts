export { type RecordProceeding, recordProceeding } from './actions/proceedings.ts'
export { ownProceedingPanel, proceedingPanel } from './pages/panels.tsx'
export { proceedingRoutes } from './pages/routes.tsx'
export { proceedingLifecycle } from './rules/proceeding.ts'
