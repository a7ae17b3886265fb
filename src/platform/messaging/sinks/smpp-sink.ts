import type { Server } from 'node:net'
import { type Pdu, type Session, smpp } from '../smpp-library.ts'
import { listening } from './listening.ts'
import type { Mood, Received, Sink } from './received.ts'
import { readSubmit, status } from './smpp-checks.ts'

export type SmppSinkSettings = {
  readonly port?: number
  readonly systemId: string
  readonly password: string
  readonly onMessage: (received: Received) => void | Promise<void>
  readonly mood?: () => Mood
  /** Milliseconds until the receipt. */
  readonly receiptAfter?: number
}

/** A text message centre that takes what the protocol allows, and sends a receipt of each. */
export async function startSmppSink(settings: SmppSinkSettings): Promise<Sink> {
  const refusals: string[] = []
  const sessions = new Set<Session>()
  const server: Server = smpp.createServer((session) => {
    sessions.add(session)
    session.on('close', () => sessions.delete(session))
    session.on('error', () => session.destroy())
    serve(session, { ...settings, refusals })
  })
  const port = await listening(server, settings.port)
  const { systemId, password } = settings
  return {
    url: `smpp://${systemId}:${password}@127.0.0.1:${port}`,
    refusals,
    async close() {
      const ended = new Promise((resolve) => server.close(resolve))
      for (const session of sessions) session.destroy()
      await ended
    },
  }
}

type Serving = SmppSinkSettings & { readonly refusals: string[] }

function serve(session: Session, serving: Serving): void {
  const state = { bound: false, lastSequence: 0 }
  const parts = new Map<string, string[]>()
  session.on('pdu', (pdu) => {
    if (pdu.command.endsWith('_resp')) return
    if (pdu.sequence_number <= state.lastSequence) serving.refusals.push('sequence')
    state.lastSequence = pdu.sequence_number
  })
  session.on('bind_transceiver', (pdu) => {
    const wrong = checkBind(pdu, { ...serving, isBound: state.bound })
    state.bound ||= wrong === status.ok
    answer(session, pdu, { wrong, serving })
  })
  session.on('enquire_link', (pdu) => void session.send(pdu.response()))
  session.on('unbind', (pdu) => {
    session.send(pdu.response())
    session.close()
  })
  session.on('submit_sm', (pdu) => {
    const read = state.bound ? readSubmit(pdu) : { wrong: status.notBound }
    if ('wrong' in read) return answer(session, pdu, { wrong: read.wrong, serving })
    take(session, pdu, { ...read, parts, serving }).catch(() =>
      session.send(pdu.response({ command_status: status.systemError })),
    )
  })
}

function checkBind(
  { system_id: systemId, password, interface_version: version }: Pdu,
  expected: SmppSinkSettings & { readonly isBound: boolean },
): number {
  if (expected.isBound) return status.alreadyBound
  if (String(systemId).length > 15 || String(password).length > 8) return status.bindFailed
  if (systemId !== expected.systemId) return status.systemId
  if (password !== expected.password) return status.password
  return version === 0x34 ? status.ok : status.bindFailed
}

function answer(
  session: Session,
  pdu: Pdu,
  { wrong, serving }: { readonly wrong: number; readonly serving: Serving },
): void {
  if (wrong === status.ok) return void session.send(pdu.response())
  serving.refusals.push(`${pdu.command} ${wrong}`)
  session.send(pdu.response({ command_status: wrong }))
}

type Taken = ReturnType<typeof readSubmit> & {
  readonly text: string
  readonly part: { readonly reference: number; readonly of: number; readonly number: number } | null
  readonly parts: Map<string, string[]>
  readonly serving: Serving
}
let taken = 0

async function take(session: Session, pdu: Pdu, given: Taken): Promise<void> {
  const { serving } = given
  const mood = serving.mood?.() ?? 'good'
  if (mood === 'busy') return void session.send(pdu.response({ command_status: status.throttled }))
  const to = `+${String(pdu.destination_addr)}`
  const whole = putTogether(given, to)
  if (whole) await serving.onMessage({ channel: 'sms', to, subject: '', ...whole })
  if (mood === 'swallow') return
  if (mood === 'die') return session.destroy()
  taken += 1
  const id = `c${taken.toString(16).padStart(8, '0')}`
  session.send(pdu.response({ message_id: id }))
  if (pdu.registered_delivery !== 1) return
  setTimeout(() => report(session, pdu, { id, mood }), serving.receiptAfter ?? 20)
}

/** A message is there when all of its parts are. */
function putTogether({ text, part, parts }: Taken, to: string) {
  if (part === null) return { text, parts: 1 }
  const key = `${to} ${part.reference}`
  const known = parts.get(key) ?? []
  known[part.number - 1] = text
  parts.set(key, known)
  if (Object.keys(known).length < part.of) return null
  parts.delete(key)
  return { text: known.join(''), parts: part.of }
}

const words: Readonly<Record<string, string>> = { undeliverable: 'UNDELIV', expires: 'EXPIRED' }

/** As centres write it (SMPP 3.4, appendix B); told again while it is not heard. */
function report(
  session: Session,
  pdu: Pdu,
  { id, mood }: { readonly id: string; readonly mood: Mood },
): void {
  const state = words[mood] ?? 'DELIVRD'
  const said = `id:${id} sub:001 dlvrd:001 submit date:2601010000 done date:2601010000 stat:${state} err:000 text:`
  const fields = {
    ...{ esm_class: 4, source_addr: pdu.destination_addr, destination_addr: pdu.source_addr },
    ...{ source_addr_ton: 1, source_addr_npi: 1, short_message: said },
  }
  session.deliver_sm(fields, ({ command_status: heard }) => {
    if (heard !== 0) setTimeout(() => report(session, pdu, { id, mood }), 50)
  })
}
