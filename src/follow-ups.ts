import type { Db } from './platform/db.ts'
import type { Vault } from './platform/vault/vault.ts'

/** What a follow-up is given: ids only; it reads the current state again. */
export type FollowedEvent = {
  readonly eventId: string
  readonly type: string
  readonly recordId: string
}
export type FollowUpDeps = { readonly db: Db; readonly vault: Vault; readonly now: () => Date }
export type FollowUp = (deps: FollowUpDeps, event: FollowedEvent) => Promise<void>

/** Every event and what happens next. An event without consequences has an empty list here. */
export const followUps: Readonly<Record<string, readonly FollowUp[]>> = {
  'person.first-administrator-made': [],
  'person.password-changed': [],
  'person.second-factor-set': [],
  'person.token-made': [],
  'person.token-revoked': [],
}

/** The events whose recording queues a job. */
export const followedEvents = (): string[] =>
  Object.keys(followUps).filter((type) => (followUps[type] ?? []).length > 0)
