import type { Tx } from '../../../platform/db.ts'
import type { Vault } from '../../../platform/vault/vault.ts'
import { patience, waitFor } from '../rules/attempts.ts'
import { addFailure, findFailures, forgetFailures, lockFailures } from '../store/failures.ts'
import type { PersonId } from '../store/people.ts'
import type { Device } from './devices.ts'

/** Who tries what, and from where. `personId` is null for a name that nobody has. */
export type Attempt = {
  readonly login: string
  readonly personId: PersonId | null
  readonly device: Device | null
  readonly addressHash: Buffer
  readonly now: Date
}

/** How the attempts of one knocker are counted. */
export type Count = {
  /** Seconds to wait; 0 when this attempt may be made. Others under the same count wait for it. */
  wait(): Promise<number>
  failed(): Promise<void>
  succeeded(): Promise<void>
}

/** Passwords: from a known browser by that browser, else by account and address, and by address. */
export function countPasswords(tx: Tx, vault: Vault, attempt: Attempt): Count {
  const { addressHash, now } = attempt
  if (isKnown(attempt)) return countDevice(tx, vault, attempt)
  const pair = keyOf(vault, 'pair', attempt.login, addressHash.toString('hex'))
  const address = keyOf(vault, 'address', addressHash.toString('hex'))
  return {
    async wait() {
      const mine = waitFor(await lockFailures(tx, pair, now), patience.pair, now)
      // Not locked: colleagues behind one address do not stand in line for each other.
      return Math.max(mine, waitFor(await findFailures(tx, address), patience.address, now))
    },
    async failed() {
      await addFailure(tx, pair, now)
      await addFailure(tx, address, now)
    },
    succeeded: () => forgetFailures(tx, pair),
  }
}

/** Codes: whoever is asked for one gave the right password, so the account itself is counted. */
export function countCodes(tx: Tx, vault: Vault, attempt: Attempt): Count {
  if (isKnown(attempt)) return countDevice(tx, vault, attempt)
  const key = keyOf(vault, 'code', attempt.personId ?? '')
  return countKey(tx, { key, patience: patience.code, now: attempt.now })
}

/** Accounts of a provider that nobody linked, by address. */
export function countUnknownIdentities(
  tx: Tx,
  vault: Vault,
  { addressHash, now }: Pick<Attempt, 'addressHash' | 'now'>,
): Pick<Count, 'wait' | 'failed'> {
  const key = keyOf(vault, 'identity', addressHash.toString('hex'))
  return countKey(tx, { key, patience: patience.address, now })
}

const countDevice = (tx: Tx, vault: Vault, { device, personId, now }: Attempt): Count =>
  countKey(tx, {
    key: keyOf(vault, 'device', device?.id ?? '', personId ?? ''),
    patience: patience.device,
    now,
  })

function countKey(
  tx: Tx,
  { key, patience, now }: { key: Buffer; patience: { readonly free: number }; now: Date },
): Count {
  return {
    wait: async () => waitFor(await lockFailures(tx, key, now), patience, now),
    failed: () => addFailure(tx, key, now),
    succeeded: () => forgetFailures(tx, key),
  }
}

const isKnown = ({ device, personId }: Attempt): boolean =>
  personId !== null && (device?.people.includes(personId) ?? false)

const keyOf = (vault: Vault, ...parts: readonly string[]): Buffer =>
  vault.blindIndex('sign-in-failure', parts.join('\0'))
