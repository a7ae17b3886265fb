import type { SendMailOptions } from 'nodemailer'
import MailComposer from 'nodemailer/lib/mail-composer'
import SMTPConnection from 'nodemailer/lib/smtp-connection'
import {
  type ChannelMessage,
  handedOver,
  notNow,
  refused,
  type Sender,
  type Sent,
  unknown,
} from './sender.ts'

export type SmtpSettings = {
  /** smtp://user:password@host:port, or smtps:// over TLS from the first byte. */
  readonly url: string
  readonly from: string
  readonly patience?: number
}

/** E-mail by SMTP, a connection for each: what it asks for comes seldom. */
export function smtpSender(settings: SmtpSettings): Sender {
  return {
    channel: 'email',
    send: (message) => deliver(settings, message),
    close: async () => {},
  }
}

/**
 * In three steps, so that it is known how far it came: before the letter itself is sent nothing can
 * have been taken, and after it only the server's answer says so.
 */
async function deliver(settings: SmtpSettings, message: ChannelMessage): Promise<Sent> {
  if (!/^[^\s@<>,;:]+@[^\s@<>,;:]+$/.test(message.to)) return refused('no-address')
  const content = await compose(settings, message)
  const { connection, step, end } = open(settings)
  try {
    if (await step((done) => connection.connect(done))) return notNow('no-connection')
    const { username, password } = new URL(settings.url)
    const credentials = { user: decodeURIComponent(username), pass: decodeURIComponent(password) }
    if (username && (await step((done) => connection.login({ credentials }, done))))
      return notNow('sign-in-refused')
    const envelope = { from: addressIn(settings.from), to: message.to }
    const failed = await step((done) => connection.send(envelope, content, done))
    return failed ? afterFailure(failed) : handedOver(messageId(settings, message))
  } finally {
    end()
  }
}

type Failure = { readonly responseCode?: number | undefined }

function open({ url, patience = 20_000 }: SmtpSettings) {
  const { hostname: host, port, protocol } = new URL(url)
  const connection = new SMTPConnection({
    ...{ host, port: Number(port || 587), secure: protocol === 'smtps:' },
    ...{ connectionTimeout: patience, greetingTimeout: patience, socketTimeout: patience },
  })
  const broken = Promise.withResolvers<Failure>()
  connection.on('error', (error: Failure) => broken.resolve(error))
  connection.on('end', () => broken.resolve({}))
  /** What failed, or null. */
  const step = (order: (done: (error?: Failure | null) => void) => void) => {
    const done = Promise.withResolvers<Failure | null>()
    order((error) => done.resolve(error ?? null))
    return Promise.race([done.promise, broken.promise])
  }
  return { connection, step, end: () => connection.close() }
}

const afterFailure = ({ responseCode: code }: Failure): Sent => {
  if (code === undefined) return unknown('no-answer')
  return code < 500 ? notNow(`smtp-${code}`) : refused(`smtp-${code}`)
}

function compose(settings: SmtpSettings, message: ChannelMessage): Promise<Buffer> {
  const mail: SendMailOptions = {
    ...{ from: settings.from, to: message.to, subject: message.subject, text: message.text },
    messageId: `<${messageId(settings, message)}>`,
    headers: { 'Auto-Submitted': 'auto-generated' },
    ...{ disableFileAccess: true, disableUrlAccess: true },
  }
  return new MailComposer(mail).compile().build()
}

/** The same for every try, so that a mailbox may notice a second copy. */
const messageId = ({ from }: SmtpSettings, { id }: ChannelMessage): string =>
  `${id}@${addressIn(from).split('@')[1] ?? 'localhost'}`

const addressIn = (from: string): string => /<([^>]+)>/.exec(from)?.[1] ?? from
