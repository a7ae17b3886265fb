import type { Tx } from '../../../platform/db.ts'
import type { Vault } from '../../../platform/vault/vault.ts'
import {
  type CasePersonId,
  findGuardedCase,
  type GuardedCase,
  listPersons,
  openNames,
} from '../../complaints/index.ts'
import { listEvidence, type ShownEvidence } from '../../evidence/index.ts'
import { listDues } from '../../ledger/index.ts'
import {
  findPayOut,
  listEntries,
  listLines,
  type PayOutDay,
  type PayOutEntry,
  type PayOutLine,
} from '../store/pay-outs.ts'

export type ShownEntry = PayOutEntry & {
  /** Number of the case and place in it: nothing personal. */
  readonly reference: string
  /**
   * As the list names her. Of a protected case by her number alone: others read the same paper. Null
   * where she has no name.
   */
  readonly name: string | null
  readonly lines: readonly PayOutLine[]
  /** Something of it was paid in another way since it was put on the list. */
  readonly isLessOwed: boolean
}
export type PayOut = {
  readonly day: PayOutDay
  readonly entries: readonly ShownEntry[]
  /** Of the list with its thumbprints. */
  readonly scans: readonly ShownEvidence[]
}

/** A day with everybody on its list whom the reader may see; null where there is none for her. */
export async function readPayOut(tx: Tx, vault: Vault, id: string): Promise<PayOut | null> {
  const day = await findPayOut(tx, id)
  if (!day) return null
  const entries = await listEntries(tx, day.id)
  const lines = await listLines(
    tx,
    entries.map((entry) => entry.id),
  )
  const known = await knowPersons(tx, vault, entries)
  const open = lines.filter((line) => line.isOpen)
  const dues = await listDues(tx, { ids: open.map(({ dueId }) => dueId) })
  const owed = new Map<string, bigint>(dues.map((due) => [due.id, due.owed]))
  const less = new Set<string>(
    open
      .filter(({ dueId, minor }) => (owed.get(dueId) ?? 0n) < minor)
      .map(({ entryId }) => entryId),
  )
  return {
    day,
    scans: await listEvidence(tx, vault, day.id),
    entries: entries.map((entry) => ({
      ...entry,
      ...known(entry),
      isLessOwed: less.has(entry.id),
      lines: lines.filter(({ entryId }) => entryId === entry.id),
    })),
  }
}

type Of = { readonly complaintId: string; readonly personId: string }

/** Reference and name of persons of whatever cases, for lists that are printed. */
export async function knowPersons(
  tx: Tx,
  vault: Vault,
  persons: readonly Of[],
): Promise<(of: Of) => Pick<ShownEntry, 'reference' | 'name'>> {
  const cases = new Map<string, GuardedCase>()
  const positions = new Map<string, number>()
  for (const caseId of new Set(persons.map(({ complaintId }) => complaintId))) {
    const found = await findGuardedCase(tx, caseId)
    if (found) cases.set(caseId, found)
    for (const person of await listPersons(tx, caseId)) positions.set(person.id, person.position)
  }
  const open = persons.filter(({ complaintId }) => cases.get(complaintId)?.isProtected === false)
  const names = new Map<string, string>(
    await openNames(
      tx,
      vault,
      open.map(({ personId }) => personId as CasePersonId),
    ),
  )
  return ({ complaintId, personId }) => ({
    reference: `${cases.get(complaintId)?.number ?? ''}-${positions.get(personId) ?? 0}`,
    name: names.get(personId) ?? null,
  })
}

/** The dues of those who were absent or refused and are still owed: for the list of another day. */
export async function missedDues(tx: Tx, { entries }: PayOut): Promise<string[]> {
  const missed = entries.filter(({ status }) => status === 'absent' || status === 'refused')
  const ids = missed.flatMap(({ lines }) => lines.map(({ dueId }) => dueId))
  if (ids.length === 0) return []
  const dues = await listDues(tx, { ids })
  return dues.filter(({ owed }) => owed > 0n).map(({ id }) => id)
}
