import { publicActor } from '../../../kernel/actor.ts'
import type { Db } from '../../../platform/db.ts'
import type { Credentials, Identity } from '../../../platform/http/route.ts'
import { actorOf, bareActorOf } from '../actions/actor-of.ts'
import { hashToken, sessionCookie } from '../actions/secrets.ts'
import type { Assignment } from '../rules/assignment.ts'
import { findSession, findToken } from '../store/identities.ts'
import type { PersonNames } from '../store/people.ts'

const nobody: Identity = { actor: publicActor, name: null, scopes: null }

/** An account's session or API token, by one query; null where neither was sent or is in force. */
export async function findIdentity(db: Db, sent: Credentials): Promise<Identity | null> {
  // A token that opens nothing is never made up for by a cookie beside it.
  if (sent.bearer !== null) return (await identityOfToken(db, sent.bearer, sent.now)) ?? nobody
  const cookie = sent.cookies[sessionCookie]
  return isToken(cookie) ? identityOfSession(db, cookie, sent.now) : null
}

async function identityOfSession(db: Db, cookie: string, now: Date): Promise<Identity | null> {
  const found = await findSession(db, hashToken(cookie), now)
  if (!found || found.secondFactor === 'awaited') return null
  const { personId, assignments, km, en } = found
  const passed = found.secondFactor === 'passed'
  const actor = passed ? actorOf(personId, assignments) : bareActorOf(personId)
  return { actor, name: passed ? nameShown({ km, en }, assignments) : { km, en }, scopes: null }
}

/** Whoever acts for somebody sees it above every page. */
function nameShown(own: PersonNames, [first]: readonly Assignment[]): PersonNames {
  if (!first?.actingFor) return own
  const { actingForKm = '', actingForEn = '' } = first
  return { km: `${own.km} → ${actingForKm}`, en: `${own.en} → ${actingForEn}` }
}

async function identityOfToken(db: Db, bearer: string, now: Date): Promise<Identity | null> {
  const found = isToken(bearer) ? await findToken(db, hashToken(bearer), now) : null
  if (!found) return null
  const { personId, assignments, km, en, scopes } = found
  return { actor: actorOf(personId, assignments), name: { km, en }, scopes }
}

/** Anything else costs no query. */
const isToken = (text: string | undefined): text is string =>
  text !== undefined && /^[\w-]{43}$/.test(text)
