import type { CommandDeps } from '../commands.ts'
import { ok, refuse } from '../kernel/result.ts'
import type { Tx } from '../platform/db.ts'
import { queueJob } from '../platform/events/record-event.ts'
import { publicChanged } from '../platform/public-changed.ts'
import {
  beginTokenKey,
  listTokenKeys,
  type TokenKey,
  withdrawTokenKey,
} from '../platform/tokens/token-keys.ts'
import { transactAsOwner } from './as-owner.ts'

const usage = 'npm run keys, npm run keys -- rotate, or npm run keys -- withdraw NUMBER'

/** The keys that sign what a QR code says: listed, a new one begun, or one withdrawn. */
export async function keysCommand(
  deps: CommandDeps,
  [word, number]: readonly string[],
): Promise<number> {
  if (word === undefined) return list(deps)
  if (word === 'rotate' && number === undefined) return rotate(deps)
  const asked = /^[1-9]\d{0,3}$/.test(number ?? '') ? Number(number) : null
  if (word === 'withdraw' && asked !== null) return withdraw(deps, asked)
  deps.say(usage)
  return 1
}

async function list({ db, say }: CommandDeps): Promise<number> {
  const keys = await listTokenKeys(db)
  const signing = keys.find(({ withdrawnAt }) => withdrawnAt === null)?.number
  for (const key of keys) say(`${key.number}  ${standingOf(key, key.number === signing)}`)
  return 0
}

const standingOf = ({ begunAt, withdrawnAt }: TokenKey, signs: boolean): string => {
  const since = `begun ${begunAt.toISOString().slice(0, 10)}`
  if (withdrawnAt) return `${since}, withdrawn ${withdrawnAt.toISOString().slice(0, 10)}`
  return signs ? `${since}, signs` : `${since}, no longer signs, what it signed holds`
}

async function rotate({ db, now, say }: CommandDeps): Promise<number> {
  const done = await transactAsOwner(db, async (tx) => {
    const number = await beginTokenKey(tx, now)
    await tell(tx)
    return ok(number)
  })
  if (done.ok) say(`Key ${done.value} signs from now on. What older keys signed goes on holding.`)
  return done.ok ? 0 : 1
}

async function withdraw({ db, now, say }: CommandDeps, number: number): Promise<number> {
  const done = await transactAsOwner(db, async (tx) => {
    if (!(await withdrawTokenKey(tx, number, now))) return refuse('no-such-key')
    const isLast = (await listTokenKeys(tx)).every(({ withdrawnAt }) => withdrawnAt !== null)
    const next = isLast ? await beginTokenKey(tx, now) : null
    await tell(tx)
    return ok(next)
  })
  if (!done.ok) {
    say(`There is no key ${number} that still holds.`)
    return 1
  }
  say(`Key ${number} is withdrawn: no code that it signed is valid any more. Print them anew.`)
  if (done.value !== null) say(`Key ${done.value} signs from now on.`)
  return 0
}

/** The list is signed anew, and no page shows a code of before. */
async function tell(tx: Tx): Promise<void> {
  await queueJob(tx, 'publish_statuses', {}, { key: 'publish_statuses' })
  await publicChanged(tx)
}
