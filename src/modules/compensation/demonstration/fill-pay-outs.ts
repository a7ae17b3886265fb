import type { Actor } from '../../../kernel/actor.ts'
import { addDays, dayOf } from '../../../kernel/days.ts'
import type { Tx } from '../../../platform/db.ts'
import type { Vault } from '../../../platform/vault/vault.ts'
import { listOffices } from '../../accounts/index.ts'
import { listDues } from '../../ledger/index.ts'
import { planPayOut } from '../actions/plan-pay-out.ts'
import { recordPayOut } from '../actions/record-pay-out.ts'
import { recordWishes } from '../actions/record-wishes.ts'
import { listEntries, type PayOutDay } from '../store/pay-outs.ts'

export type PayOutExamples = {
  readonly vault: Vault
  readonly now: Date
  readonly officer: Actor
}
const msPerDay = 86_400_000
const place = 'សាលាខេត្តគំរូ បន្ទប់ ១២'

/**
 * A day on which one of a case came for her money and another did not, and the day that is set for
 * whoever was absent; everybody was asked how to get it.
 */
export async function fillPayOuts(
  tx: Tx,
  { vault, now, officer: by }: PayOutExamples,
  caseId: string,
): Promise<void> {
  const [office] = (await listOffices(tx)).filter(({ kind }) => kind === 'ministry')
  const officer = { ...by, officeId: office?.id ?? null }
  const open = (await listDues(tx, { caseIds: [caseId] })).filter(({ owed }) => owed > 0n)
  const before = new Date(now.getTime() - 6 * msPerDay)
  const wishes = open.map(({ beneficiaryId }) => ({
    personId: beneficiaryId,
    way: 'cash' as const,
  }))
  await recordWishes(tx, officer, { complaintId: caseId, wishes, at: before })
  const dueIds = open.map(({ id }) => id)
  const asked = { vault, place, dueIds }
  const held = await planPayOut(tx, officer, { ...asked, heldOn: dayOf(before), at: before })
  if (!held.ok) throw new Error(`demonstration of pay-outs: ${held.refusal}`)
  await recordAll(tx, officer, held.value)
  const missed = (await listDues(tx, { ids: dueIds })).filter(({ owed }) => owed > 0n)
  const heldOn = addDays(dayOf(now), 5)
  const next = { ...asked, heldOn, dueIds: missed.map(({ id }) => id), at: now }
  await planPayOut(tx, officer, next)
}

/** The first did not come, the others did. */
async function recordAll(tx: Tx, officer: Actor, day: PayOutDay): Promise<void> {
  const rows = (await listEntries(tx, day.id)).map(({ id, version }, at) => ({
    ...{ entryId: id, version, mark: at === 0 ? ('absent' as const) : ('herself' as const) },
  }))
  const done = await recordPayOut(tx, officer, { dayId: day.id, rows, at: day.plannedAt })
  if (!done.ok) throw new Error(`demonstration of pay-outs: ${done.refusal.code}`)
}
