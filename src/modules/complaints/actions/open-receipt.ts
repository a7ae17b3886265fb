import { randomBytes } from 'node:crypto'
import { complainantActor } from '../../../kernel/actor.ts'
import { ok, type Result, refuse } from '../../../kernel/result.ts'
import { setActor, type Tx } from '../../../platform/db.ts'
import type { Vault } from '../../../platform/vault/vault.ts'
import { parseCaseNumber, secretDigits } from '../rules/receipt.ts'
import { markRead } from '../store/message.ts'
import { findPersonByReceipt } from '../store/person-receipt.ts'
import { findByReceipt, openReceiptSession } from '../store/receipt.ts'
import { secretHash } from './secret.ts'

export type OpenReceipt = {
  readonly vault: Vault
  /** As typed, in Latin digits. */
  readonly number: string
  readonly secret: string
  readonly at: Date
}
export type OpenReceiptRefusal = 'receipt-unknown'

/** For how long somebody who showed number and secret may go on without showing them again. */
export const receiptSessionSeconds = 30 * 60

/** A well-formed number that is never given: looked up so that a mistyped one takes as long. */
const nobodysNumber = '00-0000000-0'

/**
 * Number and secret together open a case for half an hour. A wrong number and a wrong secret get
 * the same answer after the same work.
 */
export async function openReceipt(
  tx: Tx,
  { vault, number, secret, at }: OpenReceipt,
): Promise<Result<string, OpenReceiptRefusal>> {
  const known = parseCaseNumber(number) ?? nobodysNumber
  const hash = secretHash(vault, known, secretDigits(secret))
  // Both are asked, whatever was found: a wrong number takes as long as a wrong secret.
  const [ofCase, ofPerson] = [
    await findByReceipt(tx, known, hash),
    await findPersonByReceipt(tx, known, hash),
  ]
  const complaintId = ofCase ?? ofPerson?.complaintId
  if (!complaintId) return refuse('receipt-unknown')
  const personId = ofCase ? null : (ofPerson?.personId ?? null)
  const token = randomBytes(32).toString('base64url')
  const expiresAt = new Date(at.getTime() + receiptSessionSeconds * 1000)
  await openReceiptSession(tx, { token, complaintId, personId, expiresAt })
  // From here on she acts, and what the office wrote is shown to her on the next page.
  await setActor(tx, complainantActor(complaintId, personId ?? undefined))
  await markRead(tx, complaintId, { from: 'office', at })
  return ok(token)
}
