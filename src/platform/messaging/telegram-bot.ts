import { setTimeout as wait } from 'node:timers/promises'
import { Bot, BotError } from 'grammy'
import { type Heard, heardIn } from './telegram-heard.ts'
import type { TelegramSettings } from './telegram-sender.ts'

export type BotHandler = {
  /** The first message that was not carried out yet. */
  next(): Promise<number>
  /** Carries out one message, once however often it comes; returns what to answer. */
  hear(heard: Heard, fetchFile: FetchFile): Promise<readonly string[]>
  /** Told of what failed too often, so that the rest can be heard. */
  giveUp(updateId: number): Promise<void>
  /** Without words of anybody. */
  failed(error: unknown): void
}
/** The bytes of a file that somebody sent; null where it is longer or not there any more. */
export type FetchFile = (fileId: string, most: number) => Promise<Buffer | null>

const mostTries = 5

/**
 * Fetches what is written to the bot, in order. Nothing is taken as heard before it is carried out:
 * what fails is tried again, and a process that died finds it waiting.
 */
export function runBot(
  settings: TelegramSettings,
  handler: BotHandler,
): { close(): Promise<void> } {
  const { token, api, patience = 25_000 } = settings
  const bot = new Bot(token, { client: { apiRoot: api, timeoutSeconds: patience / 1000 + 10 } })
  const stop = new AbortController()
  const fetchFile: FetchFile = async (fileId, most) => {
    const { file_path: path, file_size: size } = await bot.api.getFile(fileId)
    if (path === undefined || (size ?? 0) > most) return null
    const answer = await fetch(`${api}/file/bot${token}/${path}`, { signal: stop.signal })
    if (!answer.ok) return null
    const bytes = Buffer.from(await answer.arrayBuffer())
    return bytes.length > most ? null : bytes
  }
  bot.on('message', async (context) => {
    const heard = heardIn(context.update.update_id, context.message)
    if (!heard) return
    for (const answer of await handler.hear(heard, fetchFile))
      await context.reply(answer).catch(handler.failed)
  })
  const running = listen(bot, { handler, patience, signal: stop.signal })
  return {
    async close() {
      stop.abort()
      await running
    },
  }
}

type Listening = {
  readonly handler: BotHandler
  readonly patience: number
  readonly signal: AbortSignal
}

async function listen(bot: Bot, listening: Listening): Promise<void> {
  const { handler, signal } = listening
  const failures: Failures = { id: 0, count: 0 }
  while (!signal.aborted) {
    try {
      await hearNext(bot, listening, failures)
    } catch (error) {
      if (signal.aborted) return
      handler.failed(error instanceof BotError ? error.error : error)
      await wait(2000, null, { signal }).catch(() => {})
    }
  }
}

type Failures = { id: number; count: number }

async function hearNext(bot: Bot, listening: Listening, failures: Failures): Promise<void> {
  const { handler, patience, signal } = listening
  if (!bot.isInited()) await bot.init(signal as never)
  const offset = await handler.next()
  const asked = { offset, timeout: patience / 1000, allowed_updates: ['message' as const] }
  for (const update of await bot.api.getUpdates(asked, signal as never)) {
    const id = update.update_id
    failures.count = failures.id === id ? failures.count + 1 : 1
    failures.id = id
    if (failures.count > mostTries) await handler.giveUp(id)
    else await bot.handleUpdate(update)
  }
}
