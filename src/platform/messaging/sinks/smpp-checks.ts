import { segmentsOf } from '../segments.ts'
import type { Pdu } from '../smpp-library.ts'

/** Answers of the protocol (SMPP 3.4, 5.1.3). */
export const status = {
  ok: 0x00,
  length: 0x01,
  notBound: 0x04,
  alreadyBound: 0x05,
  source: 0x0a,
  destination: 0x0b,
  bindFailed: 0x0d,
  password: 0x0e,
  systemId: 0x0f,
  esmClass: 0x43,
  validity: 0x62,
  throttled: 0x58,
  dataCoding: 0x08,
  systemError: 0x08,
} as const

export type Part = { readonly reference: number; readonly of: number; readonly number: number }

type Read = { readonly text: string; readonly part: Part | null } | { readonly wrong: number }

/** What one submit_sm holds, or the first thing in it that violates the protocol. */
export function readSubmit(pdu: Pdu): Read {
  const wrongAddress = checkAddresses(pdu)
  if (wrongAddress !== null) return { wrong: wrongAddress }
  const { validity_period: validity } = pdu
  if (validity !== '' && !(validity instanceof Date && !Number.isNaN(validity.getTime())))
    return { wrong: status.validity }
  return readContent(pdu)
}

function readContent({ data_coding: coding, short_message: content, esm_class: kind }: Pdu): Read {
  if (coding !== 0 && coding !== 8) return { wrong: status.dataCoding }
  const { udh, message } = content as { udh?: Buffer[]; message: unknown }
  if (typeof message !== 'string' || message === '') return { wrong: status.length }
  const hasHead = (Number(kind) & 0x40) !== 0
  const part = udh ? partIn(udh) : null
  if (hasHead !== (part !== null)) return { wrong: status.esmClass }
  return octets(message, coding) <= roomFor(coding, hasHead)
    ? { text: message, part }
    : { wrong: status.length }
}

function checkAddresses(pdu: Pdu): number | null {
  const source = String(pdu.source_addr)
  const letters = /^[\x20-\x7e]{1,11}$/.test(source)
  const digits = /^\d{1,20}$/.test(source)
  if (pdu.source_addr_ton === 5 ? !letters : !digits) return status.source
  const international = pdu.dest_addr_ton === 1 && pdu.dest_addr_npi === 1
  if (!international || !/^[1-9]\d{7,14}$/.test(String(pdu.destination_addr)))
    return status.destination
  return null
}

/** One information element about parts of a message, and nothing else. */
function partIn(udh: readonly Buffer[]): Part | null {
  const [element] = udh
  if (udh.length !== 1 || element?.[0] !== 0 || element[1] !== 3) return null
  const [reference = 0, of = 0, number = 0] = element.subarray(2)
  return of >= 2 && number >= 1 && number <= of ? { reference, of, number } : null
}

const octets = (text: string, coding: number): number =>
  coding === 8
    ? text.length * 2
    : segmentsOf(text).parts.reduce((sum, part) => sum + part.length, 0)

/** 140 octets go over the air: 160 signs of seven bits; the head takes seven signs, or six octets. */
const roomFor = (coding: number, hasHead: boolean): number =>
  coding === 8 ? (hasHead ? 134 : 140) : hasHead ? 153 : 160
