import type { Role } from '../../../kernel/actor.ts'
import { addDays, type Day } from '../../../kernel/days.ts'
import type { Id } from '../../../kernel/ids.ts'
import type { Lifecycle } from '../../../kernel/lifecycle.ts'
import type { Due } from '../../ledger/index.ts'
import { type Sayer, sayers } from './word.ts'

export type PayOutId = Id<'pay-out'>
export type PayOutEntryId = Id<'pay-out-entry'>

/** Whoever handles cases records outcomes and payments, and pays out. */
export const moneyHandlers = [
  'complaints-officer',
  'complaints-head',
  'caseworker',
] as const satisfies readonly Role[]

/** What became of somebody on the list of a day. */
export const entryStatuses = ['listed', 'received', 'refused', 'absent', 'taken-off'] as const
export type EntryStatus = (typeof entryStatuses)[number]
export type EntryAction = 'receive' | 'refuse' | 'miss' | 'take-off'

/** Whoever was absent may still come the same day; what is left open goes on the list of another. */
export const payOutLifecycle: Lifecycle<EntryStatus, EntryAction> = {
  initial: 'listed',
  final: ['received', 'refused', 'taken-off'],
  steps: {
    receive: { from: ['listed', 'absent'], to: 'received', by: moneyHandlers },
    refuse: { from: ['listed', 'absent'], to: 'refused', by: moneyHandlers },
    miss: { from: ['listed'], to: 'absent', by: moneyHandlers },
    'take-off': { from: ['listed'], to: 'taken-off', by: moneyHandlers },
  },
}

/** What an officer enters in a row: who came and took it, or why nobody did. */
export const payOutMarks = [...sayers, 'refused', 'absent', 'taken-off'] as const
export type PayOutMark = (typeof payOutMarks)[number]
/** What may be said of all who are not named one by one. */
export const restMarks = ['herself', 'absent'] as const

const actions: Readonly<Record<Exclude<PayOutMark, Sayer>, EntryAction>> = {
  refused: 'refuse',
  absent: 'miss',
  'taken-off': 'take-off',
}
const isSayer = (mark: PayOutMark): mark is Sayer => sayers.some((each) => each === mark)

/** The step that a mark takes, and who took the money where somebody did. */
export const stepOf = (
  mark: PayOutMark,
): { readonly action: EntryAction; readonly receivedBy: Sayer | null } =>
  isSayer(mark)
    ? { action: 'receive', receivedBy: mark }
    : { action: actions[mark], receivedBy: null }

/** "P26-00012": the year of the day and a running number. */
export const payOutNumber = (heldOn: Day, running: bigint): string =>
  `P${heldOn.slice(2, 4)}-${String(running).padStart(5, '0')}`

export type PayOutFault = 'nothing-chosen' | 'place-missing' | 'pay-out-too-far' | 'nothing-owed'

/** What is wrong with a day and those who were chosen for it. */
export function payOutFault(
  { heldOn, place }: { readonly heldOn: Day; readonly place: string },
  { dues, today }: { readonly dues: readonly Pick<Due, 'owed'>[]; readonly today: Day },
): PayOutFault | null {
  if (place.trim() === '') return 'place-missing'
  if (heldOn > addDays(today, 365) || heldOn < addDays(today, -365)) return 'pay-out-too-far'
  if (dues.length === 0) return 'nothing-chosen'
  return dues.some(({ owed }) => owed === 0n) ? 'nothing-owed' : null
}

export const payWays = ['bank', 'wallet', 'cash'] as const
export type PayWay = (typeof payWays)[number]
