import type { Actor } from '../../../kernel/actor.ts'
import { dayOf } from '../../../kernel/days.ts'
import { isUuid } from '../../../kernel/ids.ts'
import { ok, type Result, refuse } from '../../../kernel/result.ts'
import type { Tx } from '../../../platform/db.ts'
import { recordEvent } from '../../../platform/events/record-event.ts'
import type { Vault } from '../../../platform/vault/vault.ts'
import type { CasePersonId } from '../rules/person.ts'
import { caseNumber } from '../rules/receipt.ts'
import { findPersons } from '../store/person.ts'
import { keepPersonReceipts, nextNumbers } from '../store/person-receipt.ts'
import { type HoldRefusal, holdOpenCase, onCase } from './held-case.ts'
import { newSecret, secretHash } from './secret.ts'

/** Shown once: the digits are kept only as a keyed hash. */
export type PersonReceipt = {
  readonly personId: CasePersonId
  readonly position: number
  readonly number: string
  readonly secret: string
}
export type GiveReceipts = {
  readonly vault: Vault
  readonly complaintId: string
  readonly personIds: readonly string[]
  readonly at: Date
}
export type GiveReceiptsRefusal = HoldRefusal | 'nobody-chosen' | 'first-has-the-receipt'

/**
 * Gives persons of a group a receipt of their own, with which each follows her own part. One who
 * had one gets new digits, and whoever followed with the old ones is out.
 */
export async function giveReceipts(
  tx: Tx,
  actor: Actor,
  { vault, complaintId, personIds, at }: GiveReceipts,
): Promise<Result<readonly PersonReceipt[], GiveReceiptsRefusal>> {
  const held = await holdOpenCase(tx, actor, complaintId)
  if (!held.ok) return held
  const asked = await findPersons(tx, personIds.filter(isUuid))
  const chosen = asked.filter((one) => one.complaintId === complaintId && one.leftAt === null)
  if (chosen.length === 0) return refuse('nobody-chosen')
  // The receipt of the case itself is hers.
  const persons = chosen.filter(({ position }) => position > 1)
  if (persons.length === 0) return refuse('first-has-the-receipt')

  const fresh = persons.filter(({ receiptNumber }) => receiptNumber === null)
  // In the order of the persons, so that a row of slips is handed out without a mistake.
  const numbers = await nextNumbers(tx, fresh.length)
  const year = Number(dayOf(at).slice(0, 4))
  const receipts = persons.map(({ id, position, receiptNumber }) => {
    const number = receiptNumber ?? caseNumber(year, numbers.shift() ?? 0n)
    return { personId: id, position, number, secret: newSecret() }
  })
  await keepPersonReceipts(
    tx,
    receipts.map(({ personId, number, secret }) => ({
      ...{ personId, number },
      hash: secretHash(vault, number, secret),
    })),
  )
  const data = { count: receipts.length }
  await recordEvent(tx, actor, onCase(held.value, { code: 'person-receipt-given', at, data }))
  return ok(receipts)
}
