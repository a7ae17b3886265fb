import type { CalledPerson } from './case-tasks.ts'

/** What an officer asks in private of somebody who wants to withdraw. */
export const withdrawalQuestions = [
  'own-wish',
  'pressed',
  'received-something',
  'safe-now',
  'may-come-back',
] as const
export type WithdrawalQuestion = (typeof withdrawalQuestions)[number]

/** The call of the officer who confirms; what she heard are the words that go with it. */
export type WithdrawalCall = {
  readonly spokeWith: CalledPerson
  readonly asked: readonly WithdrawalQuestion[]
  readonly calledAt: Date
}
export type WithdrawalRefusal = 'call-first' | 'ask-whether-own-wish' | 'call-not-yet'

/** Without the questions whether it is her own wish and whether anybody pressed her, it says nothing. */
export function checkCall(call: WithdrawalCall | null, at: Date): WithdrawalRefusal | null {
  if (call === null) return 'call-first'
  if (!call.asked.includes('own-wish') || !call.asked.includes('pressed'))
    return 'ask-whether-own-wish'
  return call.calledAt > at ? 'call-not-yet' : null
}
