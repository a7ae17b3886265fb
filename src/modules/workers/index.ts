export { registerWorker } from './actions/register-worker.ts'
export { fillDemonstrationWorkers } from './demonstration/fill-workers.ts'
export { demonstrationName } from './demonstration/names.ts'
export type { ConsentItem, WorkerId } from './rules/worker.ts'
export {
  findWorker,
  forgetWorkers,
  insertConsent,
  listConsents,
  moveWorkerToArea,
  type SealedWorker,
  withdrawConsentRow,
} from './store/worker.ts'
