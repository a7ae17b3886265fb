import { randomBytes } from 'node:crypto'
import type { Visit } from '../../../platform/http/route.ts'
import type { Secrets } from '../actions/provider.ts'
import { minutesLater } from '../rules/session-terms.ts'

/** What one browser took along to the provider: sealed, for some minutes, for one return. */
export type Errand = Secrets & {
  /** Who links an account; null for whoever signs in with one. */
  readonly personId: string | null
  readonly next: string
  readonly until: number
}

const cookie = 'oidc'
const minutes = 10

export function beginErrand(visit: Visit, about: Pick<Errand, 'personId' | 'next'>): Errand {
  const secret = () => randomBytes(32).toString('base64url')
  const secrets = { state: secret(), nonce: secret(), verifier: secret() }
  const until = minutesLater(visit.now, minutes).getTime()
  const errand: Errand = { ...about, ...secrets, until }
  const sealed = visit.vault.seal(keyOf(visit), JSON.stringify(errand)).toString('base64url')
  visit.setCookie(cookie, sealed, { maxAge: minutes * 60 })
  return errand
}

/** Null where this browser began none, or too long ago. */
export function findErrand(visit: Visit): Errand | null {
  const sealed = visit.cookies[cookie]
  if (!sealed) return null
  try {
    const text = visit.vault.open(keyOf(visit), Buffer.from(sealed, 'base64url'))
    const errand = JSON.parse(text) as Errand
    return errand.until >= visit.now.getTime() ? errand : null
  } catch {
    return null
  }
}

export const endErrand = (visit: Visit): void => visit.clearCookie(cookie)

const keyOf = ({ vault }: Visit) => vault.keyFrom('', 'oidc-errand')
