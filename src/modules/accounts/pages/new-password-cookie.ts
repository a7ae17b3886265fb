import type { Visit } from '../../../platform/http/route.ts'
import type { HandedOver } from '../actions/add-somebody.ts'

/** Between making a first password and showing it lies a redirect: the browser carries it, sealed. */
const cookie = 'new-password'
const seconds = 60

export function showNewPassword(visit: Visit, made: HandedOver): void {
  const sealed = visit.vault.seal(keyOf(visit), JSON.stringify(made)).toString('base64url')
  visit.setCookie(cookie, sealed, { maxAge: seconds })
}

/** Read once, on the page of the person whose it is. */
export function readNewPassword(visit: Visit, personId: string): string | null {
  const sealed = visit.cookies[cookie]
  if (!sealed) return null
  visit.clearCookie(cookie)
  try {
    const text = visit.vault.open(keyOf(visit), Buffer.from(sealed, 'base64url'))
    const made = JSON.parse(text) as HandedOver
    return made.personId === personId ? made.password : null
  } catch {
    return null
  }
}

const keyOf = ({ vault, actor }: Visit) => vault.keyFrom(actor.id, 'new-password')
