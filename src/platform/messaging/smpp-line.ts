import { type Fields, type Pdu, type Session, smpp } from './smpp-library.ts'

export type LineSettings = {
  readonly url: string
  /** Milliseconds within which the centre answers. */
  readonly patience: number
  /** Resolves once what was told is kept; only then is the centre told that it was heard. */
  readonly onDelivered: (pdu: Pdu) => Promise<void>
}
/** `none`: nobody was there to ask. `lost`: it was sent, and no answer came. */
export type Answer = { readonly pdu: Pdu } | { readonly none: string } | { readonly lost: string }

/** One connection to the centre, bound for both directions; opened when needed, and again. */
export type SmppLine = {
  submit(fields: Fields): Promise<Answer>
  /** Keeps it open for receipts; true where it is. */
  keep(): Promise<boolean>
  close(): Promise<void>
}

export function openLine(settings: LineSettings): SmppLine {
  let bound: Promise<Session | string> | null = null
  const forget = () => {
    bound = null
  }
  const session = () => {
    bound ??= bind(settings, forget).then((found) => {
      if (typeof found === 'string') forget()
      return found
    })
    return bound
  }
  return {
    async submit(fields) {
      const line = await session()
      if (typeof line === 'string') return { none: line }
      const pdu = await ask(line, settings, (answered) => line.submit_sm(fields, answered))
      if (pdu !== null) return { pdu }
      // Whoever does not answer one order is not asked another: what comes late would be mistaken.
      line.destroy()
      forget()
      return { lost: 'no-answer' }
    },
    async keep() {
      const line = await session()
      if (typeof line === 'string') return false
      const alive = await ask(line, settings, (answered) => line.enquire_link({}, answered))
      if (alive === null) line.destroy()
      return alive !== null
    },
    async close() {
      const line = await bound
      if (line === null || typeof line === 'string') return
      await ask(line, { patience: 1000 }, (answered) => line.unbind({}, answered))
      line.destroy()
    },
  }
}

/** A bound session, or the code of why there is none. */
function bind(settings: LineSettings, ended: () => void): Promise<Session | string> {
  const { promise, resolve } = Promise.withResolvers<Session | string>()
  const { username, password } = new URL(settings.url)
  const line = smpp.connect({ url: withoutSecrets(settings.url) })
  const hung = setTimeout(() => line.destroy(), settings.patience)
  const close = () => {
    clearTimeout(hung)
    ended()
    resolve('no-connection')
  }
  line.on('close', close)
  // What the library cannot read, it stops at.
  line.on('error', () => line.destroy())
  line.on('deliver_sm', (pdu) => void hear(line, pdu, settings))
  line.on('enquire_link', (pdu) => void line.send(pdu.response()))
  line.on('unbind', (pdu) => {
    line.send(pdu.response())
    line.close()
  })
  const begin = () => {
    const who = { system_id: decodeURIComponent(username), password: decodeURIComponent(password) }
    line.bind_transceiver({ ...who, interface_version: 0x34 }, ({ command_status: status }) => {
      clearTimeout(hung)
      if (status === 0) return resolve(line)
      resolve('bind-refused')
      line.destroy()
    })
  }
  line.on(settings.url.startsWith('ssmpp:') ? 'secureConnect' : 'connect', begin)
  return promise
}

/** Heard only when kept: a receipt that could not be kept comes again. */
async function hear(line: Session, pdu: Pdu, { onDelivered }: LineSettings): Promise<void> {
  const temporary = 0x64
  const status = await onDelivered(pdu).then(
    () => 0,
    () => temporary,
  )
  line.send(pdu.response(status === 0 ? {} : { command_status: status }))
}

/** The answer, or null where the connection ended or nobody answered in time. */
function ask(
  line: Session,
  { patience }: { readonly patience: number },
  order: (answered: (pdu: Pdu) => void) => boolean,
): Promise<Pdu | null> {
  const { promise, resolve } = Promise.withResolvers<Pdu | null>()
  const timer = setTimeout(() => resolve(null), patience)
  line.on('close', () => resolve(null))
  if (!order((pdu) => resolve(pdu))) resolve(null)
  return promise.finally(() => clearTimeout(timer))
}

/** The library needs only the place; name and password go into the bind order. */
function withoutSecrets(url: string): string {
  const place = new URL(url)
  return `${place.protocol}//${place.host}`
}
