import type { ComplaintAction } from '../../rules/lifecycle.ts'

/** The actions that are a complainant's own; which of them are open now, the lifecycle says. */
export const ownActions = [
  'agree-to-closure',
  'say-not-solved',
  'ask-withdrawal',
  'continue',
] as const satisfies readonly ComplaintAction[]
export type OwnAction = (typeof ownActions)[number]

export const isOwnAction = (text: string | undefined): text is OwnAction =>
  ownActions.some((action) => action === text)
