import type { Actor } from '../../../kernel/actor.ts'
import { type Day, dayOf } from '../../../kernel/days.ts'
import { offeredActions } from '../../../kernel/lifecycle.ts'
import type { Tx } from '../../../platform/db.ts'
import { openPersonKeys } from '../../../platform/vault/person-keys.ts'
import type { Vault } from '../../../platform/vault/vault.ts'
import { type PersonNames, personNames } from '../../accounts/index.ts'
import { type AgencyId, type AgencyNames, listAgencies } from '../../agencies/index.ts'
import {
  findComplaint,
  findGuardedCase,
  type GuardedCase,
  listGuardedCases,
  listPersons,
  listSealedParties,
  openNames,
} from '../../complaints/index.ts'
import { findNumber, rulebook } from '../../law/index.ts'
import {
  proceedingLifecycle,
  type StageAction,
  type Urgency,
  urgencyOf,
} from '../rules/proceeding.ts'
import {
  type EntryRow,
  listCovered,
  listEntries,
  listOpenProceedings,
  listProceedings,
  type ProceedingRow,
} from '../store/proceeding.ts'

export type ShownEntry = EntryRow & { readonly words: string | null }
export type ShownProceeding = ProceedingRow & {
  readonly authority: string | null
  readonly number: string | null
  readonly covered: readonly string[]
  readonly entries: readonly ShownEntry[]
  readonly actions: readonly StageAction[]
  readonly urgency: Urgency | null
}
export type CaseProceedings = {
  readonly kept: GuardedCase
  readonly proceedings: readonly ShownProceeding[]
  readonly persons: readonly {
    readonly id: string
    readonly position: number
    readonly name: string | null
  }[]
  readonly debtors: readonly {
    readonly value: string
    readonly names: AgencyNames | string | null
  }[]
  readonly people: ReadonlyMap<string, PersonNames>
}
type Asked = { readonly vault: Vault; readonly complaintId: string; readonly now: Date }

const alarmRule = 'timebar.alarm_days'
const alarmDays = async (tx: Tx, today: Day): Promise<number | null> => {
  const { rules } = await rulebook(tx, today)
  const rule = rules.get(alarmRule)
  return typeof rule?.value === 'number' ? findNumber(await rulebook(tx, today), alarmRule) : null
}

/** The proceedings of one case with their words; for her own page only what covers her. */
export async function openProceedings(
  tx: Tx,
  actor: Actor,
  { vault, complaintId, now }: Asked,
): Promise<ShownProceeding[]> {
  const [rows, entries, covered] = await Promise.all([
    listProceedings(tx, complaintId),
    listEntries(tx, complaintId),
    listCovered(tx, complaintId),
  ])
  if (rows.length === 0) return []
  const today = dayOf(now)
  const alarm = await alarmDays(tx, today)
  const keys = await openPersonKeys(tx, vault, [...new Set(rows.map(({ keyId }) => keyId))])
  return rows.map((row) => {
    const key = keys.get(row.keyId)
    const open = (sealed: Uint8Array | null) => (sealed && key ? vault.open(key, sealed) : null)
    return {
      ...row,
      authority: open(row.authoritySealed),
      number: open(row.numberSealed),
      covered: covered.flatMap((one) => (one.proceedingId === row.id ? [one.personId] : [])),
      entries: entries
        .filter(({ proceedingId }) => proceedingId === row.id)
        .map((entry) => ({ ...entry, words: open(entry.wordsSealed) })),
      actions: offeredActions(proceedingLifecycle, row.stage, actor.roles),
      urgency: row.lookOn && urgencyOf(row.lookOn, today, alarm),
    }
  })
}

/** Null where there is no such case, or it is not this officer's to see. */
export async function readCaseProceedings(
  tx: Tx,
  actor: Actor,
  asked: Asked,
): Promise<CaseProceedings | null> {
  const kept = await findGuardedCase(tx, asked.complaintId)
  if (!kept) return null
  const proceedings = await openProceedings(tx, actor, asked)
  const persons = (await listPersons(tx, kept.id)).filter(({ leftAt }) => leftAt === null)
  const names = await openNames(
    tx,
    asked.vault,
    persons.map(({ id }) => id),
  )
  return {
    ...{ kept, proceedings, debtors: await debtorsOf(tx, asked, kept) },
    persons: persons.map(({ id, position }) => ({ id, position, name: names.get(id) ?? null })),
    people: await personNames(tx, [...new Set(proceedings.map(({ ownerId }) => ownerId))]),
  }
}

async function debtorsOf(tx: Tx, { vault }: Asked, kept: GuardedCase) {
  const [complaint, parties, keys] = await Promise.all([
    findComplaint(tx, kept.id),
    listSealedParties(tx, kept.id),
    openPersonKeys(tx, vault, [kept.keyId]),
  ])
  const now = parties.filter(({ endedAt }) => endedAt === null)
  const ids = [complaint?.agencyId ?? null, ...now.map(({ agencyId }) => agencyId)]
  const agencies = await listAgencies(tx, [...new Set(ids.flatMap((id) => id ?? []))] as AgencyId[])
  const key = keys.get(kept.keyId)
  return [
    ...agencies.map(({ id, names }) => ({ value: `agency:${id}`, names })),
    ...now
      .filter(({ agencyId }) => agencyId === null)
      .map(({ id, nameSealed }) => ({
        value: `party:${id}`,
        names: nameSealed && key ? vault.open(key, nameSealed) : null,
      })),
  ]
}

/** Everything that is open elsewhere in the cases that one sees: what is due first, first. */
export type OpenProceeding = Pick<
  ProceedingRow,
  'id' | 'complaintId' | 'kind' | 'country' | 'stage' | 'lookOn' | 'fileBy' | 'ownerId'
> & { readonly caseNumber: string | null; readonly urgency: Urgency | null }
const most = 500

export async function listOwnProceedings(
  tx: Tx,
  { ownerId, now }: { ownerId: string | null; now: Date },
): Promise<OpenProceeding[]> {
  const rows = await listOpenProceedings(tx, { ownerId, most })
  const cases = await listGuardedCases(
    tx,
    rows.map(({ complaintId }) => complaintId),
  )
  const today = dayOf(now)
  const alarm = await alarmDays(tx, today)
  return rows.map((row) => ({
    ...row,
    caseNumber: cases.get(row.complaintId)?.number ?? null,
    urgency: row.lookOn && urgencyOf(row.lookOn, today, alarm),
  }))
}
