import { randomInt } from 'node:crypto'
import { phoneKey } from '../text/index.ts'
import { segmentsOf } from './segments.ts'
import {
  type ChannelMessage,
  type DeliveryReceipt,
  handedOver,
  notNow,
  refused,
  type Sender,
  type Sent,
  unknown,
} from './sender.ts'
import { isPassing, receiptIn, sourceAddress, spanUntil, statusCode } from './smpp-codes.ts'
import { openLine, type SmppLine } from './smpp-line.ts'

export type SmppSettings = {
  /** smpp://user:password@host:port, or ssmpp:// over TLS. */
  readonly url: string
  readonly sender: string
  readonly onReceipt: (receipt: DeliveryReceipt) => Promise<void>
  readonly patience?: number
  /** Milliseconds between two looks whether the centre is still there; it brings the receipts. */
  readonly watch?: number
}

/** More would cost twice, and an old telephone shows the parts out of order. */
export const mostSegments = 2

/** Text messages through a centre that speaks SMPP 3.4, asked for a receipt of each. */
export function smppSender(settings: SmppSettings): Sender {
  const { onReceipt, patience = 20_000, watch = 30_000 } = settings
  const line = openLine({
    ...{ url: settings.url, patience },
    onDelivered: async (pdu) => {
      const receipt = receiptIn(pdu)
      if (receipt) await onReceipt(receipt)
    },
  })
  void line.keep()
  const watching = setInterval(() => void line.keep(), watch)
  return {
    channel: 'sms',
    send: (message) => send(line, message, settings.sender),
    async close() {
      clearInterval(watching)
      await line.close()
    },
  }
}

async function send(line: SmppLine, message: ChannelMessage, sender: string): Promise<Sent> {
  const to = phoneKey(message.to)
  if (to === null) return refused('no-number')
  const { coding, parts } = segmentsOf(message.text)
  if (parts.length > mostSegments) return refused('too-long')
  const common = {
    ...sourceAddress(sender),
    ...{ dest_addr_ton: 1, dest_addr_npi: 1, destination_addr: to.slice(1) },
    ...{ data_coding: coding, registered_delivery: 1 },
    ...(message.validUntil ? { validity_period: spanUntil(message.validUntil, new Date()) } : {}),
  }
  const reference = randomInt(256)
  const ids: string[] = []
  for (const [index, part] of parts.entries()) {
    const head = Buffer.from([5, 0, 3, reference, parts.length, index + 1])
    const content = parts.length === 1 ? part : { udh: head, message: part }
    const sent = await submit(line, { ...common, short_message: content })
    if (typeof sent === 'string') ids.push(sent)
    // Of two parts the first was taken: to try again would be a second copy of it.
    else return index === 0 ? sent : unknown('in-part')
  }
  return handedOver(...ids)
}

/** The id that the centre gave, or why there is none. */
async function submit(
  line: SmppLine,
  fields: Readonly<Record<string, unknown>>,
): Promise<string | Sent> {
  const answer = await line.submit(fields)
  if ('none' in answer) return notNow(answer.none)
  if ('lost' in answer) return unknown(answer.lost)
  const { command_status: status, message_id: id } = answer.pdu
  if (status === 0) return String(id ?? '')
  return isPassing(status) ? notNow(statusCode(status)) : refused(statusCode(status))
}
