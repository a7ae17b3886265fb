export { isBlockedByDeposit } from './actions/blocked.ts'
export { type CancelDues, type CancelRefusal, cancelDues } from './actions/cancel-dues.ts'
export { followDeposits } from './actions/follow-deposits.ts'
export { type OpenDues, type OpenDuesRefusal, openDues } from './actions/open-dues.ts'
export { depositShortSince } from './actions/read-deposit.ts'
export {
  type RecordPayments,
  type RecordRefusal,
  recordPayments,
} from './actions/record-payments.ts'
export {
  type ConfirmPayments,
  confirmPayments,
  rejectPayment,
  type SettleRefusal,
} from './actions/settle-payments.ts'
export { fillDemonstrationDeposits } from './demonstration/fill-deposits.ts'
export { depositReaders } from './pages/access.ts'
export { depositPanel } from './pages/panel.tsx'
export { ledgerRoutes } from './pages/routes.ts'
export type {
  AccountId,
  AccountKind,
  Balance,
  Entry,
  Line,
  Posting,
  PostingId,
  Source,
} from './rules/account.ts'
export { type Alarm, isForAgency } from './rules/alarm.ts'
export { drawLifecycle } from './rules/draw.ts'
export {
  type Due,
  type DueId,
  type DueState,
  type NewDue,
  type Party,
  stateOfDue,
} from './rules/due.ts'
export { overrideLifecycle } from './rules/override.ts'
export type {
  Channel,
  NewPayment,
  Payment,
  PaymentId,
  PaymentStatus,
  SettledHow,
} from './rules/payment.ts'
export { releaseLifecycle } from './rules/release.ts'
export { shareInProportion } from './rules/share.ts'
export { findAlarm } from './store/alarms.ts'
export { listShares } from './store/draws.ts'
export { type DueSum, listDueSums } from './store/due-sums.ts'
export { type DuesAsked, listDues } from './store/dues.ts'
export { listPayments } from './store/payments.ts'
export { type LedgerFault, proveLedger } from './store/prove.ts'
