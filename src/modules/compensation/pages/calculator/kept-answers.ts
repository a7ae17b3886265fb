import { dayOf } from '../../../../kernel/days.ts'
import type { Tx } from '../../../../platform/db.ts'
import type { FormBody, Visit } from '../../../../platform/http/route.ts'
import { findNumber, rulebook } from '../../../law/index.ts'

const cookie = 'calculation'

/** The answers so far lie sealed in the browser and nowhere else; null where it holds none. */
export function keptAnswers({ cookies, vault }: Visit): FormBody | null {
  const sealed = cookies[cookie]
  if (!sealed) return null
  try {
    return JSON.parse(vault.open(keyOf(vault), Buffer.from(sealed, 'base64url'))) as FormBody
  } catch {
    return null
  }
}

export async function keepAnswers(tx: Tx, visit: Visit, typed: FormBody): Promise<void> {
  const sealed = visit.vault.seal(keyOf(visit.vault), JSON.stringify(typed))
  visit.setCookie(cookie, sealed.toString('base64url'), {
    maxAge: (await keepMinutes(tx, visit)) * 60,
  })
}

export const forgetAnswers = (visit: Visit): void => visit.clearCookie(cookie)

export async function keepMinutes(tx: Tx, { now }: Visit): Promise<number> {
  const minutes = findNumber(await rulebook(tx, dayOf(now)), 'calculator.keep_minutes')
  if (minutes === null) throw new Error('no rule says how long the answers of the calculator stay')
  return minutes
}

const keyOf = (vault: Visit['vault']) => vault.keyFrom('', 'calculator')
