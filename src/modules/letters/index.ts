export { beginLetterAbout } from './actions/begin-about.ts'
export { type FiledLetter, fileOldLetters } from './actions/file-old-letters.ts'
export { openHeadings, type WithHeading } from './actions/letter-words.ts'
export { readCheckedScan, readScan } from './actions/read-scan.ts'
export { readerOf } from './actions/readers.ts'
export { issueReceiptDocument, receiptCode } from './actions/receipt-document.ts'
export { keepScans } from './actions/scan.ts'
export { setLetterCopies } from './actions/set-copies.ts'
export { markOf, mottoOf } from './actions/set-letter.ts'
export { fillDemonstrationLetters } from './demonstration/fill-letters.ts'
export type { AboutHref } from './pages/letter-routes.tsx'
export { LettersPanel } from './pages/panel.tsx'
export { letterRoutes } from './pages/routes.ts'
export { draftInput } from './pages/text-input.ts'
export type {
  Direction,
  HandTemplate,
  LetterId,
  LetterRecord,
  LetterTemplate,
} from './rules/letter.ts'
export { incomingLifecycle, letterWriters, outgoingLifecycle } from './rules/lifecycle.ts'
export { type OldLetter, oldLetterKey } from './rules/old-letter.ts'
export { findLetter } from './store/letter.ts'
export { listOldLetters, type OldLetterHere } from './store/old-letter.ts'
export { listLetterKeys, listLettersAbout } from './store/register.ts'
