export { checkEvidence } from './actions/check-evidence.ts'
export { type GivenFile, judgeFile } from './actions/judge-file.ts'
export { type KeepEvidence, type KeepRefusal, keepEvidence } from './actions/keep-evidence.ts'
export {
  listEvidence,
  type OpenedFile,
  openEvidence,
  recordOfEvidence,
  type ShownEvidence,
} from './actions/read-evidence.ts'
export { summariseRecording } from './actions/summarise-recording.ts'
export { tidyEvidence } from './actions/tidy-evidence.ts'
export {
  sampleActiveDocument,
  sampleReceipt,
  sampleRecording,
} from './demonstration/sample-files.ts'
export { EvidenceFields, evidenceUploads } from './pages/evidence-fields.tsx'
export { EvidenceList } from './pages/evidence-list.tsx'
export { evidenceRoutes } from './pages/routes.ts'
export { serveEvidence } from './pages/serve.ts'
export { givenFiles } from './pages/uploads.ts'
export {
  type EvidenceId,
  type Kind,
  type Origin,
  type RefusedReason,
  refusedReasons,
} from './rules/evidence.ts'
export { isTakenFor, kindFacts, mostBytes, mostInDraft } from './rules/kinds.ts'
export {
  type FileOfRecord,
  filesOfRecords,
  hasSummary,
  moveEvidenceToArea,
  releaseEvidenceRow,
  statusesOfEvidence,
} from './store/evidence.ts'
export { holdFiles } from './store/files.ts'
