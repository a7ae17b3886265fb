import type { Socket } from 'node:net'
import type { Readable } from 'node:stream'
import { SMTPServer, type SMTPServerOptions } from 'smtp-server'
import { readLetter } from './letter.ts'
import { listening } from './listening.ts'
import type { Mood, Received, Sink } from './received.ts'

export type SmtpSinkSettings = {
  readonly port?: number
  readonly user: string
  readonly password: string
  readonly onMessage: (received: Received) => void | Promise<void>
  readonly mood?: () => Mood
}

/** A mail server that asks who is there and takes letters of the form that RFC 5322 wants. */
export async function startSmtpSink(settings: SmtpSinkSettings): Promise<Sink> {
  const refusals: string[] = []
  const sockets = new Set<Socket>()
  const hangUp = () => {
    for (const socket of sockets) socket.destroy()
  }
  const server = new SMTPServer(options(settings, { refusals, hangUp }))
  server.on('error', () => {})
  server.server.on('connection', (socket: Socket) => {
    sockets.add(socket)
    socket.once('close', () => sockets.delete(socket))
  })
  const port = await listening(server.server, settings.port)
  return {
    url: `smtp://${settings.user}:${settings.password}@127.0.0.1:${port}`,
    refusals,
    close: () => {
      hangUp()
      return new Promise((resolve) => server.close(() => resolve()))
    },
  }
}

type Serving = { readonly refusals: string[]; readonly hangUp: () => void }

function options(settings: SmtpSinkSettings, { refusals, hangUp }: Serving): SMTPServerOptions {
  const { user, password } = settings
  const mood = () => settings.mood?.() ?? 'good'
  const refuse = (code: number, what: string) => {
    refusals.push(what)
    return Object.assign(new Error(what), { responseCode: code })
  }
  /** What of the letter's form is wrong, or null. */
  const receive = async (stream: Readable, rcptTo: readonly { readonly address: string }[]) => {
    const letter = readLetter(await take(stream))
    if ('wrong' in letter) return letter.wrong
    const to = rcptTo.map(({ address }) => address).join(', ')
    await settings.onMessage({ channel: 'email', to, parts: 1, ...letter })
    return null
  }
  return {
    ...{ disabledCommands: ['STARTTLS'], allowInsecureAuth: true, closeTimeout: 100 },
    onAuth({ username, password: given }, _session, done) {
      const known = username === user && given === password
      done(known ? null : refuse(535, 'sign-in'), { user: username })
    },
    onRcptTo({ address }, _session, done) {
      if (mood() === 'busy') return done(refuse(451, 'busy'))
      done(/\.invalid$/.test(address) ? refuse(550, 'no such mailbox') : null)
    },
    onData(stream, session, done) {
      receive(stream, session.envelope.rcptTo).then(
        (wrong) => {
          if (wrong !== null) return done(refuse(554, wrong))
          if (mood() === 'swallow') return
          if (mood() === 'die') return hangUp()
          done(null)
        },
        () => done(refuse(451, 'failed')),
      )
    },
  }
}

async function take(stream: Readable): Promise<Buffer> {
  const parts: Buffer[] = []
  for await (const part of stream) parts.push(part as Buffer)
  return Buffer.concat(parts)
}
