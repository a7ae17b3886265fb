import { publicActor } from '../kernel/actor.ts'
import type { Db } from '../platform/db.ts'
import type { Credentials, Identity } from '../platform/http/route.ts'

/** Who sends this request: an API token, a receipt's session, an account's session, or nobody. */
export async function identify(_db: Db, _credentials: Credentials): Promise<Identity> {
  return { actor: publicActor, name: null, scopes: null }
}
