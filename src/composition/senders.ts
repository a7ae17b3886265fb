import { randomBytes } from 'node:crypto'
import { hearReceipt, keepSunk, type Senders } from '../modules/messages/index.ts'
import type { Db } from '../platform/db.ts'
import type { DeliveryReceipt } from '../platform/messaging/sender.ts'
import type { MessagingConfig } from '../platform/messaging/settings.ts'
import { startBotApiSink } from '../platform/messaging/sinks/bot-api-sink.ts'
import type { Received, Sink } from '../platform/messaging/sinks/received.ts'
import { startSmppSink } from '../platform/messaging/sinks/smpp-sink.ts'
import { startSmtpSink } from '../platform/messaging/sinks/smtp-sink.ts'
import { smppSender } from '../platform/messaging/smpp-sender.ts'
import { smtpSender } from '../platform/messaging/smtp-sender.ts'
import { telegramSender } from '../platform/messaging/telegram-sender.ts'
import type { Vault } from '../platform/vault/vault.ts'

type Deps = { readonly db: Db; readonly vault: Vault; readonly now: () => Date }
type Open = { readonly senders: Senders; close(): Promise<void> }

/** The real senders, to whatever the settings name. */
export function openSenders(deps: Deps, { smpp, smtp, telegram }: MessagingConfig): Open {
  const onReceipt = (receipt: DeliveryReceipt) => hearReceipt(deps, receipt)
  const senders: Senders = {
    ...(smpp ? { sms: smppSender({ ...smpp, onReceipt }) } : {}),
    ...(smtp ? { email: smtpSender(smtp) } : {}),
    ...(telegram ? { telegram: telegramSender(telegram) } : {}),
  }
  const close = async () => {
    await Promise.all(Object.values(senders).map((each) => each.close()))
  }
  return { senders, close }
}

/**
 * In a demonstration, a server on this machine for every channel that is not set up: it speaks the
 * real protocol and keeps what it is handed. Returns the settings with those filled in.
 */
export async function openSinks(
  deps: Deps,
  given: MessagingConfig,
): Promise<{ readonly config: MessagingConfig; close(): Promise<void> }> {
  const onMessage = (received: Received) => keepSunk(deps, received)
  const password = randomBytes(4).toString('hex')
  const token = `1000000:${randomBytes(24).toString('base64url')}`
  const sinks: Sink[] = []
  const started = async <S extends Sink>(sink: Promise<S>): Promise<string> => {
    sinks.push(await sink)
    return (await sink).url
  }
  const sms = () => started(startSmppSink({ systemId: 'become', password, onMessage }))
  const email = () => started(startSmtpSink({ user: 'become', password, onMessage }))
  const bot = () => started(startBotApiSink({ token, onMessage }))
  const config: MessagingConfig = {
    smpp: given.smpp ?? { url: await sms(), sender: 'BECOME' },
    smtp: given.smtp ?? { url: await email(), from: 'BECOME <no-reply@become.example>' },
    telegram: given.telegram ?? { token, api: await bot() },
  }
  return { config, close: async () => void (await Promise.all(sinks.map((sink) => sink.close()))) }
}
