export { bringChangesIntoForce } from './actions/bring-into-force.ts'
export type { ChangeKind } from './pages/kind.ts'
export { changeRoutes } from './pages/routes.tsx'
export { changeLifecycle, changers } from './rules/lifecycle.ts'
