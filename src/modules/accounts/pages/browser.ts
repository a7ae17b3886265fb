import type { Visit } from '../../../platform/http/route.ts'
import { openDevice, sealDevice } from '../actions/devices.ts'
import { hashAddress, hashToken, sessionCookie } from '../actions/secrets.ts'
import type { Knock, SignedIn } from '../actions/sign-in.ts'
import { codeTerms, deviceDays, sessionTerms } from '../rules/session-terms.ts'
import type { PersonId } from '../store/people.ts'

/** Remembers from which browsers somebody has signed in; says nothing to anybody else. */
const deviceCookie = 'd'

export const knockOf = (visit: Visit): Knock => ({
  device: openDevice(visit.vault, visit.cookies[deviceCookie]),
  addressHash: hashAddress(visit.vault, visit.ip),
  now: visit.now,
})

export const tokenOf = (visit: Visit): string => visit.cookies[sessionCookie] ?? ''
export const tokenHashOf = (visit: Visit): Buffer => hashToken(tokenOf(visit))

export function giveSession(visit: Visit, { token, next }: SignedIn): void {
  const minutes = next === 'code' ? codeTerms.minutes : sessionTerms.mostHours * 60
  visit.setCookie(sessionCookie, token, { maxAge: minutes * 60 })
}

export const forgetSession = (visit: Visit): void => visit.clearCookie(sessionCookie)

export function rememberDevice(visit: Visit, personId: PersonId): void {
  const sealed = sealDevice(visit.vault, knockOf(visit).device, personId)
  visit.setCookie(deviceCookie, sealed, { maxAge: deviceDays * 86_400 })
}

/** The person whose browser asks, or null for anybody else. */
export const personOf = ({ actor }: Visit): PersonId | null =>
  actor.kind === 'person' ? (actor.id as PersonId) : null
