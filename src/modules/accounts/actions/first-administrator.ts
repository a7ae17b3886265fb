import { systemActor } from '../../../kernel/actor.ts'
import { dayOf } from '../../../kernel/days.ts'
import { ok, type Result, refuse } from '../../../kernel/result.ts'
import type { Tx } from '../../../platform/db.ts'
import { recordEvent } from '../../../platform/events/record-event.ts'
import { isLogin, normaliseLogin } from '../rules/login.ts'
import { checkPassword, type PasswordRefusal } from '../rules/password.ts'
import { setPasswordHash } from '../store/credentials.ts'
import { competentOffice } from '../store/offices.ts'
import { addAssignment, addPerson, hasAdministrator, type PersonId } from '../store/people.ts'
import { hashPassword } from './password-hash.ts'

export type FirstAdministrator = {
  readonly login: string
  readonly km: string
  readonly en: string
  readonly password: string
  readonly now: Date
}
export type FirstAdministratorRefusal =
  | PasswordRefusal
  | 'administrator-exists'
  | 'login-not-understood'
  | 'login-taken'
  | 'name-missing'

/**
 * For `npm run admin`, as the owner or a job: the first person of a production system. The second
 * step is set up at the first sign-in; until then no role counts.
 */
export async function createFirstAdministrator(
  tx: Tx,
  wanted: FirstAdministrator,
): Promise<Result<PersonId, FirstAdministratorRefusal>> {
  const login = normaliseLogin(wanted.login)
  const km = wanted.km.trim()
  const en = wanted.en.trim()
  if (!isLogin(login)) return refuse('login-not-understood')
  if (km === '' || en === '') return refuse('name-missing')
  const password = checkPassword(wanted.password, { login })
  if (!password.ok) return password
  const today = dayOf(wanted.now)
  if (await hasAdministrator(tx, today)) return refuse('administrator-exists')
  const personId = await addPerson(tx, { login, km, en, demonstration: false })
  if (!personId) return refuse('login-taken')
  await setPasswordHash(tx, personId, await hashPassword(password.value))
  const { id: officeId } = await competentOffice(tx, null)
  const place = { officeId, areas: null, agencyId: null }
  await addAssignment(tx, { personId, role: 'administrator', ...place, from: today })
  await recordEvent(tx, systemActor('admin'), {
    recordType: 'person',
    recordId: personId,
    type: 'person.first-administrator-made',
    at: wanted.now,
    visibleTo: ['officer'],
  })
  return ok(personId)
}
