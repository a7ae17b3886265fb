import type { Role } from '../../../kernel/actor.ts'
import type { Lifecycle } from '../../../kernel/lifecycle.ts'
import type { Direction, LetterStatus } from './letter.ts'

export const letterActions = [
  'pass-up',
  'send-down',
  'send-back',
  'sign',
  'send',
  'drop',
  'withdraw',
] as const
export type LetterAction = (typeof letterActions)[number]

/** Who writes letters, reads the registers and enters what came in. */
export const letterWriters = [
  'complaints-officer',
  'complaints-head',
  'licensing-officer',
  'licensing-head',
  'signatory',
] as const satisfies readonly Role[]
/** Whose signature a letter may carry. */
export const letterSigners = [
  'complaints-head',
  'licensing-head',
  'signatory',
] as const satisfies readonly Role[]

// The way of a file in the ministry: officer, bureau, department, director general, minister, each
// with a note beside it; down again with the reason.
export const outgoingLifecycle: Lifecycle<LetterStatus, LetterAction> = {
  initial: 'drafted',
  final: ['withdrawn'],
  steps: {
    'pass-up': { from: ['drafted', 'climbing'], to: 'climbing', by: letterWriters },
    'send-down': { from: ['climbing'], to: 'climbing', by: letterWriters },
    'send-back': { from: ['climbing'], to: 'drafted', by: letterWriters },
    sign: { from: ['drafted', 'climbing'], to: 'signed', by: letterSigners },
    send: { from: ['signed'], to: 'sent', by: letterWriters },
    drop: { from: ['drafted'], to: 'withdrawn', by: letterWriters },
    withdraw: { from: ['signed', 'sent'], to: 'withdrawn', by: letterSigners },
  },
}

/** A letter that came in stays in its register; one entered by mistake is struck, with its number. */
export const incomingLifecycle: Lifecycle<LetterStatus, 'withdraw'> = {
  initial: 'received',
  final: ['withdrawn'],
  steps: { withdraw: { from: ['received'], to: 'withdrawn', by: letterWriters } },
}

export const lifecycleOf = (direction: Direction): Lifecycle<LetterStatus, LetterAction> =>
  direction === 'outgoing' ? outgoingLifecycle : incomingAsAll

const nobody = { from: [], to: 'withdrawn', by: [] } as const
const incomingAsAll: Lifecycle<LetterStatus, LetterAction> = {
  ...incomingLifecycle,
  steps: {
    ...{ 'pass-up': nobody, 'send-down': nobody, 'send-back': nobody },
    ...{ sign: nobody, send: nobody, drop: nobody },
    ...incomingLifecycle.steps,
  },
}

/** The steps that say nothing without words beside them. */
export const needsNote: readonly LetterAction[] = [
  'pass-up',
  'send-down',
  'send-back',
  'drop',
  'withdraw',
]

export const letterEventOf: Readonly<Record<LetterAction, string>> = {
  'pass-up': 'letter.passed-up',
  'send-down': 'letter.sent-down',
  'send-back': 'letter.sent-back',
  sign: 'letter.signed',
  send: 'letter.sent',
  drop: 'letter.dropped',
  withdraw: 'letter.withdrawn',
}
