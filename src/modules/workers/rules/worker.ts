import type { Id } from '../../../kernel/ids.ts'

export type WorkerId = Id<'worker'>

/** What may be shown to the other side, each only with her consent. Contact is no item: never. */
export const consentItems = ['name', 'story', 'recording'] as const
export type ConsentItem = (typeof consentItems)[number]
