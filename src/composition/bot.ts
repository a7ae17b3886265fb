import { setTimeout as wait } from 'node:timers/promises'
import type { Reader } from '../kernel/reader.ts'
import { complaintForwards, listDangerLines } from '../modules/complaints/index.ts'
import { type ChatDeps, hearChat, nextUpdate, skipUpdate } from '../modules/messages/index.ts'
import type { Db } from '../platform/db.ts'
import { runBot } from '../platform/messaging/telegram-bot.ts'
import type { TelegramSettings } from '../platform/messaging/telegram-sender.ts'

type Deps = Omit<ChatDeps, 'bot' | 'door' | 'helpLines'>
type Failed = (error: unknown) => void
type Running = { close(): Promise<void> }

/** Hears what is written to the ministry's bot; cases are what may be forwarded to. */
export function startBot(deps: Deps, telegram: TelegramSettings, failed: Failed): Running {
  const bot = telegram.token.split(':')[0] ?? ''
  const chat: ChatDeps = { ...deps, bot, door: complaintForwards, helpLines }
  return runBot(telegram, {
    next: () => nextUpdate(chat),
    hear: (heard, fetchFile) => hearChat(chat, heard, fetchFile),
    giveUp: (updateId) => skipUpdate(chat, updateId),
    failed,
  })
}

/** The same in one of the workers only: Telegram tells each message to one. */
export function startOneBot(deps: Deps, telegram: TelegramSettings, failed: Failed): Running {
  const stop = new AbortController()
  const running = (async () => {
    const line = await waitForTurn(deps.db, stop.signal)
    if (!line) return null
    return { bot: startBot(deps, telegram, failed), line }
  })().catch((error) => {
    failed(error)
    return null
  })
  return {
    async close() {
      stop.abort()
      const mine = await running
      await mine?.bot.close()
      mine?.line.release()
    },
  }
}

const turn = 151_001

async function waitForTurn(db: Db, signal: AbortSignal) {
  while (!signal.aborted) {
    const line = await db.reserve()
    const [row] = await line`select pg_try_advisory_lock(${turn}) as held`
    if (row?.held === true) return line
    line.release()
    await wait(30_000, null, { signal }).catch(() => {})
  }
  return null
}

const helpLines = (reader: Reader): string[] =>
  listDangerLines().map(({ name, numbers }) => `${reader.name(name)}: ${numbers.join(', ')}`)
