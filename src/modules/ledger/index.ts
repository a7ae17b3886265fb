export { type AddRefusal, type AddToDeposit, addToDeposit } from './actions/add-to-deposit.ts'
export { type CancelDues, type CancelRefusal, cancelDues } from './actions/cancel-dues.ts'
export {
  type DrawFromDeposit,
  type DrawRefusal,
  drawFromDeposit,
} from './actions/draw-from-deposit.ts'
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
export { drawLifecycle } from './rules/draw.ts'
export {
  type Due,
  type DueId,
  type DueState,
  dueStates,
  type NewDue,
  type Party,
  stateOfDue,
} from './rules/due.ts'
export {
  type Channel,
  channels,
  type NewPayment,
  type Payment,
  type PaymentId,
  type PaymentStatus,
  type SettledHow,
} from './rules/payment.ts'
export { shareInProportion } from './rules/share.ts'
export { balancesOf, listEntries, openAccounts } from './store/accounts.ts'
export { depositOf, type OpenDeposit, openDeposit } from './store/deposits.ts'
export { type DueSum, listDueSums } from './store/due-sums.ts'
export { type DuesAsked, listDues } from './store/dues.ts'
export { listPayments } from './store/payments.ts'
export { type PostRefusal, postAll } from './store/post.ts'
export { type LedgerFault, proveLedger } from './store/prove.ts'
