import { codeOfStep, openSecret, stepNow } from '../../src/modules/accounts/actions/time-code.ts'
import type { TestApp } from './app.ts'

/** What the phone of this demonstration person shows: the next code that was not used yet. */
export async function codeOf(
  { owner, vault, clock }: Pick<TestApp, 'owner' | 'vault' | 'clock'>,
  login: string,
): Promise<string> {
  const [row] = await owner<{ id: string; secret: Buffer; last: bigint }[]>`
    select p.id, c.totp_secret as secret, c.totp_last_step as last
    from credential c join person p on p.id = c.person_id where p.login = ${login}`
  if (!row) throw new Error(`${login} has no second factor`)
  const step = Math.max(stepNow(clock.now), Number(row.last) + 1)
  return codeOfStep(openSecret(vault, row.id, row.secret), step)
}
