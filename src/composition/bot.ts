import type { Reader } from '../kernel/reader.ts'
import { complaintForwards } from '../modules/complaints/index.ts'
import { type ChatDeps, hearChat, nextUpdate, skipUpdate } from '../modules/messages/index.ts'
import { listDangerLines } from '../modules/places/index.ts'
import { runBot } from '../platform/messaging/telegram-bot.ts'
import type { TelegramSettings } from '../platform/messaging/telegram-sender.ts'
import { waitForTurn } from '../platform/turn.ts'

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
    const mine = await waitForTurn(deps.db, turn, stop.signal)
    return mine && { bot: startBot(deps, telegram, failed), ...mine }
  })().catch((error) => {
    failed(error)
    return null
  })
  return {
    async close() {
      stop.abort()
      const mine = await running
      await mine?.bot.close()
      mine?.giveBack()
    },
  }
}

/** Of all workers together. */
const turn = 151_001

const helpLines = (reader: Reader): string[] =>
  listDangerLines().map(({ name, numbers }) => `${reader.name(name)}: ${numbers.join(', ')}`)
