import type { LimitBy } from '../../../platform/http/route.ts'
import { passkeyField, signingCodeField } from '../rules/signing.ts'

/** Codes that one person tries for signing, in any form: a refusal would undo a count of its own. */
export const signingLimit: LimitBy = {
  limit: { name: 'signing', points: 20, seconds: 3_600 },
  who: ({ actor, form }) =>
    actor.kind === 'person' && (form[signingCodeField] || form[passkeyField]) ? actor.id : null,
}
