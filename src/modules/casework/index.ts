export { escalateClock, queueEscalations, recordRunOut } from './actions/escalate.ts'
export { type LegalTime, legalTime } from './actions/legal-time.ts'
export {
  recomputeClocks,
  type SyncClocks,
  setClockDue,
  startClock,
  stopClock,
  syncClocks,
} from './actions/sync-clocks.ts'
export type { Clock, ClockOutcome, ClockPlan } from './rules/clock.ts'
export {
  countRunning,
  listClocks,
  listJudged,
  listRecordsAcross,
  moveCaseworkToArea,
  type RecordRef,
} from './store/clock.ts'
export { insertNote, listNotes, type SealedNote } from './store/note.ts'
