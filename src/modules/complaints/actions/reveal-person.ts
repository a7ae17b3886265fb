import type { Actor } from '../../../kernel/actor.ts'
import { ok, type Result, refuse } from '../../../kernel/result.ts'
import type { Tx } from '../../../platform/db.ts'
import { recordLook } from '../../../platform/events/audit.ts'
import { openPersonKeys } from '../../../platform/vault/person-keys.ts'
import type { Vault } from '../../../platform/vault/vault.ts'
import { findSealedContact } from '../store/person.ts'
import { type HoldRefusal, holdOpenCase } from './held-case.ts'
import type { RevealedContact } from './reveal-contact.ts'

/** How to reach one person of a group, for one look; who looked and why is kept. */
export async function revealPerson(
  tx: Tx,
  actor: Actor,
  ask: { vault: Vault; complaintId: string; personId: string; reason: string },
): Promise<Result<RevealedContact, HoldRefusal | 'no-safe-contact'>> {
  const { vault, complaintId, personId, reason } = ask
  const held = await holdOpenCase(tx, actor, complaintId)
  if (!held.ok) return held
  const sealed = await findSealedContact(tx, personId)
  if (!sealed) return refuse('no-safe-contact')
  await recordLook(tx, actor, {
    ...{ act: 'revealed', recordType: 'case_person', recordId: personId, reason },
  })
  const key = (await openPersonKeys(tx, vault, [sealed.keyId])).get(sealed.keyId)
  return ok({ name: null, contact: key ? vault.open(key, sealed.contactSealed) : null })
}
