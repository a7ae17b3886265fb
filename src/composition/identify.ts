import { publicActor } from '../kernel/actor.ts'
import { findIdentity } from '../modules/accounts/index.ts'
import { findComplainant } from '../modules/complaints/index.ts'
import type { Db } from '../platform/db.ts'
import type { Credentials, Identity } from '../platform/http/route.ts'

type Finder = (db: Db, sent: Credentials) => Promise<Identity | null>

/**
 * Who can recognise a request, asked in this order: a receipt's cookie, only where the route admits
 * complainants; an account's session or API token.
 */
const finders: readonly Finder[] = [findComplainant, findIdentity]

/** Who sends this request: an API token, a receipt's session, an account's session, or nobody. */
export async function identify(db: Db, sent: Credentials): Promise<Identity> {
  for (const find of finders) {
    const found = await find(db, sent)
    if (found) return found
  }
  return { actor: publicActor, name: null, scopes: null }
}
