import { cleanLine, latinDigits, phoneKey, searchKey } from '../../../platform/text/index.ts'
import type { DataKey, Vault } from '../../../platform/vault/vault.ts'
import type { AgencyNames } from '../rules/agency.ts'
import type { AgencyPerson, PersonFacts } from '../rules/facts.ts'
import { nameSounds } from '../rules/name-sounds.ts'
import { distinctive } from '../rules/resemblance.ts'
import type { SealedPerson } from '../store/persons.ts'

type Facts = Pick<PersonFacts, 'identity' | 'phone' | 'birth'>

/** What is kept of somebody: sealed, with keyed indexes by which an equal number is found again. */
export function sealPerson(vault: Vault, key: DataKey, person: PersonFacts) {
  const { names, nationality, identity, phone, birth } = person
  const plain = identity === null ? '' : identityKey(identity)
  const called = phone === null ? null : phoneKey(phone)
  return {
    nationality,
    namesSealed: vault.seal(key, JSON.stringify(names)),
    factsSealed: vault.seal(key, JSON.stringify({ identity, phone, birth } satisfies Facts)),
    identityIndex: plain === '' ? null : vault.blindIndex('agency-identity', plain),
    phoneIndex: called === null ? null : vault.blindIndex('agency-phone', called),
    sounds: nameSounds(
      [names.km, names.en].map((name) => name && distinctive(name)),
      searchKey,
    ).map((sound) => vault.blindIndex('agency-name', sound).subarray(0, 12).toString('hex')),
  }
}

/** Letters and digits only, in capitals: a card is written with and without its spaces. */
const identityKey = (text: string): string =>
  latinDigits(cleanLine(text))
    .toUpperCase()
    .replace(/[^\p{L}\p{N}]+/gu, '')

/** Null where the key has ended: then nobody knows who it was. */
export function openPerson(
  vault: Vault,
  row: SealedPerson,
  key: DataKey | undefined,
): AgencyPerson | null {
  if (!key) return null
  const names = JSON.parse(vault.open(key, row.namesSealed)) as AgencyNames
  const facts = JSON.parse(vault.open(key, row.factsSealed)) as Facts
  const { id, nationality, sameAs, addedAt } = row
  return { id, nationality, sameAs, addedAt, names, ...facts }
}
