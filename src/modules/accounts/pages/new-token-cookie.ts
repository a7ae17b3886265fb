import type { Visit } from '../../../platform/http/route.ts'

/** Between making a token and showing it lies a redirect: the browser carries it, sealed. */
const cookie = 'new-token'
const seconds = 60

export function showNewToken(visit: Visit, token: string): void {
  const sealed = visit.vault.seal(keyOf(visit), token).toString('base64url')
  visit.setCookie(cookie, sealed, { maxAge: seconds })
}

/** Read once: the cookie goes as soon as the token is shown. */
export function readNewToken(visit: Visit): string | null {
  const sealed = visit.cookies[cookie]
  if (!sealed) return null
  visit.clearCookie(cookie)
  try {
    return visit.vault.open(keyOf(visit), Buffer.from(sealed, 'base64url'))
  } catch {
    return null
  }
}

/** Only for the person who made it. */
const keyOf = ({ vault, actor }: Visit) => vault.keyFrom(actor.id, 'new-token')
