import type { Db, Tx } from '../../../platform/db.ts'
import type { AgencyId } from '../../agencies/index.ts'
import type { DueId } from '../rules/due.ts'
import type { Channel, NewPayment, Payment, PaymentId, SettledHow } from '../rules/payment.ts'
import { agencyOf, debtorOf, partyOf } from './dues.ts'

export type PaymentRow = Omit<NewPayment, 'channel' | 'beneficiaryId'> & {
  readonly channel: Channel
  readonly orderId: string | null
}

/** Writes payments as recorded, with one statement. */
export async function insertPayments(
  tx: Tx,
  { at, payments }: { readonly at: Date; readonly payments: readonly PaymentRow[] },
): Promise<void> {
  const of = <T>(pick: (payment: PaymentRow) => T): T[] => payments.map(pick)
  await tx`
    insert into due_payment (id, due_id, minor, paid_on, channel, payer_agency_id, payer_party_id,
      reference, evidence_id, order_id, recorded_at)
    select *, ${at}::timestamptz from unnest(${of(({ id }) => id)}::uuid[],
      ${of(({ dueId }) => dueId)}::uuid[], ${of(({ minor }) => minor.toString())}::bigint[],
      ${of(({ paidOn }) => paidOn)}::date[], ${of(({ channel }) => channel)}::text[],
      ${of(({ payer }) => agencyOf(payer))}::uuid[], ${of(({ payer }) => partyOf(payer))}::uuid[],
      ${of(({ reference }) => reference)}::text[],
      ${of(({ evidenceId }) => evidenceId)}::uuid[], ${of(({ orderId }) => orderId)}::uuid[])`
}

/** The payments of these dues that the actor may see, the oldest first. */
export async function listPayments(
  db: Db | Tx,
  { dueIds }: { readonly dueIds: readonly DueId[] },
): Promise<Payment[]> {
  const rows = await db<RawPayment[]>`
    select id, due_id as "dueId", minor, paid_on as "paidOn", channel,
      payer_agency_id as "agencyId", payer_party_id as "partyId", reference,
      evidence_id as "evidenceId", order_id as "orderId", status, recorded_at as "recordedAt",
      recorded_by as "recordedBy", settled_at as "settledAt", settled_by as "settledBy",
      settled_how as "settledHow"
    from due_payment where due_id = any (${[...dueIds]}::uuid[])
    order by paid_on, id`
  return rows.map(({ agencyId, partyId, ...row }) => ({
    ...row,
    payer: agencyId || partyId ? debtorOf(agencyId, partyId) : null,
  }))
}
type RawPayment = Omit<Payment, 'payer'> & {
  readonly agencyId: AgencyId | null
  readonly partyId: string | null
}

export type Settling = {
  readonly ids: readonly PaymentId[]
  readonly status: 'confirmed' | 'rejected'
  readonly at: Date
  readonly by: string
  readonly how: SettledHow
}
export type SettledPayment = {
  readonly id: PaymentId
  readonly dueId: DueId
  readonly minor: bigint
}

/** Settles those that still wait, locked in the order of their ids; answers which they were. */
export async function settlePayments(tx: Tx, settling: Settling): Promise<SettledPayment[]> {
  const { ids, status, at, by, how } = settling
  await tx`
    select id from due_payment where id = any (${[...ids]}::uuid[])
    order by id for update`
  return tx<SettledPayment[]>`
    update due_payment set status = ${status}, settled_at = ${at}, settled_by = ${by},
      settled_how = ${how}
    where id = any (${[...ids]}::uuid[]) and status = 'recorded'
    returning id, due_id as "dueId", minor`
}
