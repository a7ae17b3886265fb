import type { Actor } from '../../../kernel/actor.ts'
import type { Tx } from '../../../platform/db.ts'
import { recordEvent } from '../../../platform/events/record-event.ts'

export type PersonEvent =
  | 'person.added'
  | 'person.assigned'
  | 'person.delegation-ended'
  | 'person.delegation-given'
  | 'person.disabled'
  | 'person.enabled'
  | 'person.first-password-given'
  | 'person.identity-linked'
  | 'person.identity-unlinked'
  | 'person.passkey-added'
  | 'person.passkey-removed'
  | 'person.password-changed'
  | 'person.reset-proposed'
  | 'person.request-refused'
  | 'person.request-withdrawn'
  | 'person.role-confirmed'
  | 'person.role-ended'
  | 'person.role-lapsed'
  | 'person.role-proposed'
  | 'person.second-factor-reset'
  | 'person.second-factor-set'
  | 'person.token-made'
  | 'person.token-revoked'

/** What somebody did about a person: it stands in that person's history. */
export const recordAbout = (
  tx: Tx,
  actor: Actor,
  event: {
    readonly personId: string
    readonly type: PersonEvent
    readonly at: Date
    readonly data?: Readonly<Record<string, unknown>>
  },
): Promise<void> =>
  recordEvent(tx, actor, {
    recordType: 'person',
    recordId: event.personId,
    type: event.type,
    at: event.at,
    data: event.data ?? {},
    visibleTo: ['officer'],
  })
