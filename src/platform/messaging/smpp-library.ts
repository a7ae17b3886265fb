import type { Server } from 'node:net'
// @ts-expect-error The package brings no types; those that we use stand below.
import library from 'smpp'

/** One order or answer of the protocol; the fields depend on the command. */
export type Pdu = {
  readonly command: string
  readonly command_status: number
  readonly sequence_number: number
  readonly [field: string]: unknown
  response(fields?: Fields): Pdu
}
export type Fields = Readonly<Record<string, unknown>>

export type Session = {
  on(event: 'close' | 'connect' | 'secureConnect', heard: () => void): void
  on(event: 'error', heard: (error: Error) => void): void
  on(event: string, heard: (pdu: Pdu) => void): void
  bind_transceiver(fields: Fields, answered: (pdu: Pdu) => void): boolean
  submit_sm(fields: Fields, answered: (pdu: Pdu) => void): boolean
  deliver_sm(fields: Fields, answered: (pdu: Pdu) => void): boolean
  enquire_link(fields: Fields, answered: (pdu: Pdu) => void): boolean
  unbind(fields: Fields, answered: (pdu: Pdu) => void): boolean
  send(pdu: Pdu): boolean
  close(): void
  destroy(): void
}

type Library = {
  connect(options: { readonly url: string }): Session
  createServer(heard: (session: Session) => void): Server
}

export const smpp: Library = library
