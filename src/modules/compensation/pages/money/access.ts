export { moneyHandlers } from '../../rules/pay-out.ts'
