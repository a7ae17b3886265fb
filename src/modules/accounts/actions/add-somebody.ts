import { randomInt } from 'node:crypto'
import type { Actor } from '../../../kernel/actor.ts'
import { dayOf } from '../../../kernel/days.ts'
import { ok, type Result, refuse } from '../../../kernel/result.ts'
import type { Tx } from '../../../platform/db.ts'
import { findNumber, rulebook } from '../../law/index.ts'
import { isLogin, normaliseLogin } from '../rules/login.ts'
import { maySeeTo } from '../rules/people-access.ts'
import { minutesLater } from '../rules/session-terms.ts'
import { setPasswordHash } from '../store/credentials.ts'
import { addPerson, type PersonId } from '../store/people.ts'
import { findPerson } from '../store/people-list.ts'
import { endAllSessions } from '../store/sessions.ts'
import { recordAbout } from './about-person.ts'
import { asThePlatform } from './on-behalf.ts'
import { hashPassword } from './password-hash.ts'

export type NewSomebody = {
  readonly login: string
  readonly km: string
  readonly en: string
  readonly now: Date
}
/** The password is shown once, to be handed over, and kept nowhere. */
export type HandedOver = { readonly personId: PersonId; readonly password: string }
export type AddRefusal = 'not-your-role' | 'login-not-understood' | 'login-taken'

/** A person without any role: that takes a second person. */
export async function addSomebody(
  tx: Tx,
  actor: Actor,
  wanted: NewSomebody,
): Promise<Result<HandedOver, AddRefusal>> {
  if (!maySeeTo(actor, 'add')) return refuse('not-your-role')
  const login = normaliseLogin(wanted.login)
  if (!isLogin(login)) return refuse('login-not-understood')
  const { km, en, now } = wanted
  const personId = await addPerson(tx, { login, km, en, demonstration: false })
  if (!personId) return refuse('login-taken')
  await recordAbout(tx, actor, { personId, type: 'person.added', at: now })
  return ok({ personId, password: await giveOne(tx, actor, { personId, now }) })
}

export type FirstPasswordRefusal = 'not-your-role' | 'not-found' | 'about-yourself'

/** For somebody who has forgotten the own one. The second factor stays as it is. */
export async function giveFirstPassword(
  tx: Tx,
  actor: Actor,
  { personId, now }: { readonly personId: string; readonly now: Date },
): Promise<Result<HandedOver, FirstPasswordRefusal>> {
  if (!maySeeTo(actor, 'give-first-password')) return refuse('not-your-role')
  const person = await findPerson(tx, personId)
  if (!person || person.disabledAt || person.demonstration) return refuse('not-found')
  if (person.id === actor.id) return refuse('about-yourself')
  const password = await giveOne(tx, actor, { personId: person.id, now })
  return ok({ personId: person.id, password })
}

async function giveOne(
  tx: Tx,
  actor: Actor,
  { personId, now }: { readonly personId: PersonId; readonly now: Date },
): Promise<string> {
  const password = firstPassword()
  const hash = await hashPassword(password)
  const days = findNumber(await rulebook(tx, dayOf(now)), 'accounts.first_password_days')
  // Where no rule says how long, only as long as it takes to walk over.
  const until = minutesLater(now, (days ?? 1) * 24 * 60)
  await asThePlatform(tx, actor, async () => {
    await setPasswordHash(tx, personId, hash, until)
    await endAllSessions(tx, personId)
  })
  await recordAbout(tx, actor, { personId, type: 'person.first-password-given', at: now })
  return password
}

/** Easy to read out and to type: no letter that looks like another; 77 random bits. */
function firstPassword(): string {
  const letters = 'abcdefghjkmnpqrstuvwxyz23456789'
  const one = () => letters[randomInt(letters.length)] ?? 'a'
  const group = () => Array.from({ length: 4 }, one).join('')
  return Array.from({ length: 4 }, group).join('-')
}
