import { randomUUID } from 'node:crypto'
import type { Vault } from '../../../platform/vault/vault.ts'
import type { PersonId } from '../store/people.ts'

/** A browser, and whose passwords it has given rightly before. Sealed, so nobody makes one up. */
export type Device = { readonly id: string; readonly people: readonly string[] }

/** A shared computer remembers so many. */
const mostPeople = 12

export function openDevice(vault: Vault, cookie: string | undefined): Device | null {
  if (!cookie) return null
  try {
    return JSON.parse(vault.open(key(vault), Buffer.from(cookie, 'base64url'))) as Device
  } catch {
    return null
  }
}

export function sealDevice(vault: Vault, known: Device | null, personId: PersonId): string {
  const others = (known?.people ?? []).filter((id) => id !== personId)
  const device = {
    id: known?.id ?? randomUUID(),
    people: [personId, ...others].slice(0, mostPeople),
  }
  return vault.seal(key(vault), JSON.stringify(device)).toString('base64url')
}

const key = (vault: Vault) => vault.keyFrom('', 'sign-in-device')
