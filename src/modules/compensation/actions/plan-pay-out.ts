import type { Actor } from '../../../kernel/actor.ts'
import { type Day, dayOf } from '../../../kernel/days.ts'
import { isUuid } from '../../../kernel/ids.ts'
import { ok, type Result, refuse } from '../../../kernel/result.ts'
import type { Tx } from '../../../platform/db.ts'
import { recordEvent } from '../../../platform/events/record-event.ts'
import { newId } from '../../../platform/new-id.ts'
import { createPersonKey } from '../../../platform/vault/person-keys.ts'
import type { Vault } from '../../../platform/vault/vault.ts'
import { findOffice } from '../../accounts/index.ts'
import { ministryArea } from '../../complaints/index.ts'
import { type Due, type DueId, listDues } from '../../ledger/index.ts'
import {
  type PayOutEntryId,
  type PayOutFault,
  type PayOutId,
  payOutFault,
  payOutNumber,
} from '../rules/pay-out.ts'
import {
  findPayOut,
  insertEntries,
  insertPayOut,
  lastPosition,
  type NewEntry,
  nextPayOutNumber,
  type PayOutDay,
} from '../store/pay-outs.ts'

export type PlanPayOut = {
  readonly vault: Vault
  readonly heldOn: Day
  readonly place: string
  /** Of one case or of many; each person gets all that was chosen for her. */
  readonly dueIds: readonly string[]
  readonly at: Date
}
/** `on-another-day`: a sum waits on the list of a day already, or she stands on this one. */
export type PlanRefusal = PayOutFault | 'no-office' | 'no-such-due' | 'on-another-day'

/** Sets a day and a place for paying out in cash, and puts the persons of these dues on its list. */
export async function planPayOut(
  tx: Tx,
  actor: Actor,
  { vault, heldOn, place, dueIds, at }: PlanPayOut,
): Promise<Result<PayOutDay, PlanRefusal>> {
  const office = actor.officeId === null ? null : await findOffice(tx, actor.officeId)
  if (!office) return refuse('no-office')
  const dues = await findDues(tx, dueIds)
  if (!dues.ok) return dues
  const fault = payOutFault({ heldOn, place }, { dues: dues.value, today: dayOf(at) })
  if (fault) return refuse(fault)
  const { id: keyId } = await createPersonKey(tx, vault)
  const day: PayOutDay = {
    ...{ id: newId<PayOutId>(), number: payOutNumber(heldOn, await nextPayOutNumber(tx)) },
    ...{ heldOn, place: place.trim(), officeId: office.id, area: office.province ?? ministryArea },
    ...{ keyId, plannedAt: at },
  }
  await insertPayOut(tx, day)
  await recordEvent(tx, actor, {
    ...{ recordType: 'pay-out', recordId: day.id, type: 'payout.planned', at, area: day.area },
    ...{ data: { dues: dues.value.length }, visibleTo: ['officer'] },
  })
  const added = await putOnList(tx, actor, { day, dues: dues.value, at })
  return added.ok ? ok(day) : added
}

export type AddToPayOut = Pick<PlanPayOut, 'dueIds' | 'at'> & { readonly dayId: string }

/** Puts more persons on the list of a day; those who stand on it keep their numbers. */
export async function addToPayOut(
  tx: Tx,
  actor: Actor,
  { dayId, dueIds, at }: AddToPayOut,
): Promise<Result<PayOutDay, PlanRefusal | 'not-found'>> {
  const day = await findPayOut(tx, dayId)
  if (!day) return refuse('not-found')
  const dues = await findDues(tx, dueIds)
  if (!dues.ok) return dues
  const fault = payOutFault(day, { dues: dues.value, today: day.heldOn })
  if (fault) return refuse(fault)
  const added = await putOnList(tx, actor, { day, dues: dues.value, at })
  return added.ok ? ok(day) : added
}

async function findDues(
  tx: Tx,
  dueIds: readonly string[],
): Promise<Result<readonly Due[], 'no-such-due'>> {
  const ids = [...new Set(dueIds)]
  if (!ids.every(isUuid)) return refuse('no-such-due')
  const dues = await listDues(tx, { ids: ids as DueId[] })
  return dues.length === ids.length ? ok(dues) : refuse('no-such-due')
}

type Putting = { readonly day: PayOutDay; readonly dues: readonly Due[]; readonly at: Date }

async function putOnList(
  tx: Tx,
  actor: Actor,
  { day, dues, at }: Putting,
): Promise<Result<null, 'on-another-day'>> {
  const last = await lastPosition(tx, day.id)
  const byPerson = [...Map.groupBy(dues.toSorted(byReference), (due) => due.beneficiaryId)]
  const listed = byPerson.map(([personId, hers], place) => ({
    entry: entryOf({ day, personId, position: last + place + 1, caseId: hers[0]?.caseId ?? '' }),
    hers,
  }))
  const lines = listed.flatMap(({ entry, hers }) =>
    hers.map(({ id, owed, money }) => ({
      ...{ entryId: entry.id, dueId: id, minor: owed, currency: money.currency },
    })),
  )
  const entries = listed.map(({ entry }) => entry)
  if (!(await insertEntries(tx, entries, lines))) return refuse('on-another-day')
  for (const [caseId, ofCase] of Map.groupBy(entries, ({ complaintId }) => complaintId))
    await recordEvent(tx, actor, {
      ...{ recordType: 'complaint', recordId: caseId, type: 'complaint.pay-out-planned', at },
      ...{ data: { day: day.id, count: ofCase.length }, visibleTo: ['officer', 'complainant'] },
    })
  return ok(null)
}

/** Case by case, and in it person by person. */
const byReference = (a: Due, b: Due): number =>
  a.reference.localeCompare(b.reference, 'en', { numeric: true }) || a.dueOn.localeCompare(b.dueOn)

type Place = Pick<NewEntry, 'personId' | 'position'> & {
  readonly day: PayOutDay
  readonly caseId: string
}
const entryOf = ({ day, personId, position, caseId }: Place): NewEntry => ({
  ...{ id: newId<PayOutEntryId>(), dayId: day.id, complaintId: caseId, personId, position },
})
