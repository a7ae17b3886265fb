import type { Actor } from '../../../kernel/actor.ts'
import type { Tx } from '../../../platform/db.ts'
import { recordEvents } from '../../../platform/events/record-event.ts'
import { newId } from '../../../platform/new-id.ts'
import { createPersonKeys } from '../../../platform/vault/person-keys.ts'
import type { DataKey, Vault } from '../../../platform/vault/vault.ts'
import { listOffices, type Office } from '../../accounts/index.ts'
import { type LetterId, ministryArea } from '../rules/letter.ts'
import type { OldLetter } from '../rules/old-letter.ts'
import { insertOldLetters, type OldLetterHere } from '../store/old-letter.ts'
import { sealHeading } from './letter-words.ts'

export type FileOldLetters = {
  readonly vault: Vault
  readonly runId: string
  readonly letters: readonly OldLetter[]
  readonly at: Date
}
/** In the order in which they were given, each with its key while it is at hand. */
export type FiledLetter = OldLetterHere & { readonly key: DataKey }

/**
 * Takes letters of the register that was kept before: under their own numbers and days, in the
 * register of the office of whoever brings them in, unverified. No number of ours is given.
 */
export async function fileOldLetters(
  tx: Tx,
  actor: Actor,
  { vault, runId, letters, at }: FileOldLetters,
): Promise<readonly FiledLetter[]> {
  const office = officeOf(actor, await listOffices(tx))
  const area = office.province ?? ministryArea
  const keys = await createPersonKeys(tx, vault, letters.length)
  // In the order of the file, in which a register shows them.
  const ids = letters.map(() => newId<LetterId>()).sort()
  const placed = letters.flatMap((letter, index) => {
    const [key, id] = [keys[index], ids[index]]
    return key && id ? [{ letter, key, id }] : []
  })
  await insertOldLetters(
    tx,
    placed.map(({ letter: { direction, oldNumber, on, record, ...heading }, key, id }) => ({
      ...{ id, direction, oldNumber, on, keyId: key.id },
      ...{ recordType: record?.type ?? null, recordId: record?.id ?? null },
      headingSealed: sealHeading(vault, key.key, heading),
    })),
    {
      ...{ officeId: office.id, area, language: 'km', runId, at },
      by: actor.kind === 'person' ? actor.id : null,
    },
  )
  await recordEvents(tx, actor, {
    events: placed.map(({ letter, id }) => ({
      ...{ recordType: 'letter', recordId: id, type: 'letter.filed', to: 'filed', at, area },
      data: { import: runId, on: letter.on },
      visibleTo: ['officer'],
    })),
  })
  return placed.map(({ id, key }) => ({ id, area, keyId: key.id, key: key.key }))
}

/** A command has no office: what it brings in stands in the ministry's own register. */
function officeOf({ officeId }: Actor, offices: readonly Office[]): Office {
  const office =
    offices.find(({ id }) => id === officeId) ?? offices.find(({ kind }) => kind === 'ministry')
  if (!office) throw new Error('there is no office in whose register old letters could stand')
  return office
}
