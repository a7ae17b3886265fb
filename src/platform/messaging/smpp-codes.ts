import type { DeliveryReceipt } from './sender.ts'
import type { Pdu } from './smpp-library.ts'

/** Answers of the centre after which the same message may be taken later (SMPP 3.4, 5.1.3). */
const passing: ReadonlySet<number> = new Set([
  0x08, // system error
  0x14, // message queue full
  0x45, // submit failed
  0x58, // throttled
  0x64, // temporary error of the receiving program
])
export const isPassing = (status: number): boolean => passing.has(status)

export const statusCode = (status: number): string => `smpp-${status.toString(16).padStart(2, '0')}`

/** Final states of a receipt; of the others there is more to come. */
const states: Readonly<Record<string, DeliveryReceipt['state']>> = {
  DELIVRD: 'delivered',
  EXPIRED: 'expired',
  DELETED: 'failed',
  UNDELIV: 'failed',
  REJECTD: 'failed',
}
/** The same as numbers, in the field that newer centres send. */
const byNumber: Readonly<Record<number, string>> = {
  2: 'DELIVRD',
  3: 'EXPIRED',
  4: 'DELETED',
  5: 'UNDELIV',
  8: 'REJECTD',
}

/** What a deliver_sm says of a message; null for anything that is no final receipt. */
export function receiptIn(pdu: Pdu): DeliveryReceipt | null {
  const isReceipt = (Number(pdu.esm_class) & 0x3c) === 0x04
  if (!isReceipt) return null
  const said = textIn(pdu)
  const field = (name: string) => new RegExp(`\\b${name}:(\\S+)`, 'i').exec(said)?.[1]
  const providerId = String(pdu.receipted_message_id ?? field('id') ?? '').replace(/\0+$/, '')
  const word = byNumber[Number(pdu.message_state)] ?? field('stat')?.toUpperCase() ?? ''
  const state = states[word]
  if (providerId === '' || state === undefined) return null
  return { channel: 'sms', providerId, state, code: `receipt-${word.toLowerCase()}` }
}

function textIn({ short_message: content }: Pdu): string {
  const message = (content as { message?: unknown } | undefined)?.message
  return typeof message === 'string' ? message : Buffer.isBuffer(message) ? message.toString() : ''
}

/** "000000013000000R": so long from now, as the protocol writes a span (7.1.1.2). */
export function spanUntil(until: Date, now: Date): string {
  const seconds = Math.max(60, Math.floor((until.getTime() - now.getTime()) / 1000))
  const days = Math.min(30, Math.floor(seconds / 86_400))
  const two = (value: number) => String(value).padStart(2, '0')
  const clock = [Math.floor(seconds / 3600) % 24, Math.floor(seconds / 60) % 60, seconds % 60]
  return `0000${two(days)}${clock.map(two).join('')}000R`
}

/** How the sender's name is written: letters, a short number, or a full one. */
export function sourceAddress(sender: string): Readonly<Record<string, unknown>> {
  const digits = sender.replace(/^\+/, '')
  if (!/^\d+$/.test(digits)) return { source_addr_ton: 5, source_addr_npi: 0, source_addr: sender }
  const ton = digits.length > 8 ? 1 : 3
  return { source_addr_ton: ton, source_addr_npi: ton === 1 ? 1 : 0, source_addr: digits }
}
