import { publicActor } from '../../../kernel/actor.ts'
import { ok, type Result, refuse } from '../../../kernel/result.ts'
import type { Tx } from '../../../platform/db.ts'
import { recordLook } from '../../../platform/events/audit.ts'
import type { Vault } from '../../../platform/vault/vault.ts'
import {
  addLinked,
  deleteLinked,
  findByLinked,
  type LinkedIdentity,
} from '../store/linked-identities.ts'
import type { PersonId } from '../store/people.ts'
import { recordAbout } from './about-person.ts'
import { bareActorOf } from './actor-of.ts'
import { type Knock, type SignedIn, type SignInRefusal, welcome } from './sign-in.ts'
import { countUnknownIdentities } from './slow-down.ts'

/**
 * By an account at the provider instead of the password: what follows is the same. A refusal must
 * be committed, for it is counted; an account that nobody linked opens and makes nothing.
 */
export async function signInLinked(
  tx: Tx,
  vault: Vault,
  knock: Knock & LinkedIdentity,
): Promise<Result<SignedIn, SignInRefusal>> {
  const count = countUnknownIdentities(tx, vault, knock)
  const seconds = await count.wait()
  if (seconds > 0) return refuse({ code: 'slow-down', seconds })
  const found = await findByLinked(tx, knock, knock.now)
  if (!found || found.disabled) {
    await count.failed()
    const about = { recordType: 'person', recordId: found?.personId ?? null }
    await recordLook(tx, publicActor, { act: 'refused', ...about, data: { by: 'identity' } })
    return refuse({ code: 'wrong' })
  }
  return ok(await welcome(tx, found, { ...knock, by: 'identity' }))
}

/** The second factor was asked for again before. */
export async function linkIdentity(
  tx: Tx,
  personId: PersonId,
  link: LinkedIdentity & { readonly now: Date },
): Promise<Result<null, 'taken'>> {
  if (!(await addLinked(tx, personId, link))) return refuse('taken')
  await recordAbout(tx, bareActorOf(personId), {
    personId: personId,
    type: 'person.identity-linked',
    at: link.now,
  })
  return ok(null)
}

export async function unlinkIdentity(
  tx: Tx,
  personId: PersonId,
  { issuer, now }: { readonly issuer: string; readonly now: Date },
): Promise<void> {
  if (!(await deleteLinked(tx, personId, issuer))) return
  await recordAbout(tx, bareActorOf(personId), {
    personId: personId,
    type: 'person.identity-unlinked',
    at: now,
  })
}
