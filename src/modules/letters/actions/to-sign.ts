import type { Actor } from '../../../kernel/actor.ts'
import type { Tx } from '../../../platform/db.ts'
import type { Vault } from '../../../platform/vault/vault.ts'
import { checkClimb } from '../rules/climb.ts'
import { listOnDesk } from '../store/register.ts'
import { openHeadings, type WithHeading } from './letter-words.ts'
import { officesAbove } from './offices-above.ts'

/** More than anybody signs in one sitting; the others follow when these are done. */
const most = 200

/** What lies on the actor's desk and may be signed by this person now; what waits longest is first. */
export async function listToSign(tx: Tx, actor: Actor, vault: Vault): Promise<WithHeading[]> {
  if (actor.officeId === null) return []
  const [letters, offices] = await Promise.all([
    listOnDesk(tx, actor.officeId, most),
    officesAbove(tx),
  ])
  const ready = letters.filter((letter) => checkClimb(letter, 'sign', { actor, offices }).ok)
  return openHeadings(tx, vault, ready)
}
