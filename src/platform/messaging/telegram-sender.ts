import { Api, GrammyError, HttpError } from 'grammy'
import {
  type ChannelMessage,
  handedOver,
  notNow,
  refused,
  type Sender,
  type Sent,
  unknown,
} from './sender.ts'

export type TelegramSettings = {
  readonly token: string
  /** Where the Bot API is; a test's or a demonstration's own server elsewhere. */
  readonly api: string
  readonly patience?: number
}

const telegramApi = ({ token, api, patience = 20_000 }: TelegramSettings): Api =>
  new Api(token, { apiRoot: api, timeoutSeconds: patience / 1000 })

/** Messages into a chat that somebody began with our bot. It tells of no delivery. */
export function telegramSender(settings: TelegramSettings): Sender {
  const api = telegramApi(settings)
  return { channel: 'telegram', send: (message) => send(api, message), close: async () => {} }
}

async function send(api: Api, { to, text }: ChannelMessage): Promise<Sent> {
  if (!/^-?\d{1,20}$/.test(to)) return refused('no-chat')
  if (text.length > 4096) return refused('too-long')
  try {
    const quiet = { link_preview_options: { is_disabled: true } }
    const { message_id: id } = await api.sendMessage(Number(to), text, quiet)
    return handedOver(String(id))
  } catch (error) {
    return afterFailure(error)
  }
}

/** The bot's own standing (401, 404) and too many at once (429) pass; a chat that refuses does not. */
function afterFailure(error: unknown): Sent {
  if (error instanceof GrammyError) {
    const { error_code: code } = error
    if (code >= 500) return unknown(`telegram-${code}`)
    return code === 400 || code === 403 ? refused(`telegram-${code}`) : notNow(`telegram-${code}`)
  }
  if (!(error instanceof HttpError)) throw error
  return neverReached(error.error) ? notNow('no-connection') : unknown('no-answer')
}

const neverReached = (cause: unknown): boolean =>
  ['ECONNREFUSED', 'ENOTFOUND', 'EAI_AGAIN', 'EHOSTUNREACH', 'ENETUNREACH'].includes(
    String((cause as { code?: unknown } | undefined)?.code),
  )
