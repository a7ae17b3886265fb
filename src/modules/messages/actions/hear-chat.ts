import { ok } from '../../../kernel/result.ts'
import { readAs, type Tx, transact } from '../../../platform/db.ts'
import type { FetchFile } from '../../../platform/messaging/telegram-bot.ts'
import type { Heard } from '../../../platform/messaging/telegram-heard.ts'
import { type GivenFile, mostBytes } from '../../evidence/index.ts'
import { codeIn } from '../rules/link-code.ts'
import { claimUpdate, findChat, lastUpdate } from '../store/telegram.ts'
import { botActor, type ChatDeps } from './chat-deps.ts'
import { chatIndex, linkChat } from './link-chat.ts'
import { takeForwarded } from './take-forwarded.ts'

/** The first message that was not carried out. */
export const nextUpdate = ({ db, bot }: ChatDeps): Promise<number> =>
  readAs(db, botActor, async (tx) => (await lastUpdate(tx, bot)) + 1)

/** Leaves out a message that could not be carried out again and again. */
export async function skipUpdate({ db, bot, now }: ChatDeps, updateId: number): Promise<void> {
  await transact(db, botActor, async (tx) =>
    ok(await claimUpdate(tx, { bot, updateId, at: now() })),
  )
}

/**
 * Carries out one message to the bot and returns what to answer. Of somebody whom the ministry does
 * not know nothing is kept: not the words, not the file, not the chat.
 */
export async function hearChat(
  deps: ChatDeps,
  heard: Heard,
  fetchFile: FetchFile,
): Promise<readonly string[]> {
  const index = chatIndex(deps.vault, heard.chat)
  const known = await readAs(deps.db, botActor, (tx) => findChat(tx, index))
  const bytes = known && heard.file ? await fetchFile(heard.file.id, mostBytes) : null
  const file: GivenFile | null = heard.file && {
    ...{ name: heard.file.name, bytes: bytes ?? Buffer.alloc(0), whole: bytes !== null },
  }
  const done = await transact(deps.db, botActor, async (tx) => {
    const { bot, now } = deps
    if (!(await claimUpdate(tx, { bot, updateId: heard.updateId, at: now() }))) return ok([])
    const code = codeIn(heard.text)
    if (code !== null && !heard.file) return ok(await link(tx, deps, { heard, code }))
    // Asked again: meanwhile the officer may have ended the link.
    const chat = await findChat(tx, index)
    if (!chat) return ok(answerStranger(deps, heard))
    return ok(await takeForwarded(tx, deps, { heard, file, chat, index }))
  })
  return done.ok ? done.value : []
}

type Linking = { readonly heard: Heard; readonly code: string }

async function link(tx: Tx, deps: ChatDeps, { heard, code }: Linking): Promise<string[]> {
  const { vault, readers, now } = deps
  const linked = await linkChat(tx, botActor, { vault, chat: heard.chat, code, now: now() })
  return [readers[heard.lang].t(linked ? 'messages.bot.linked' : 'messages.bot.wrong-code')]
}

/** Whoever begins a chat is told whom to call; anything else gets one sentence. */
function answerStranger({ readers, helpLines }: ChatDeps, { text, lang }: Heard): string[] {
  const reader = readers[lang]
  if (!/^\/start\b/.test(text)) return [reader.t('messages.bot.stranger')]
  return [[reader.t('messages.bot.help'), ...helpLines(reader)].join('\n')]
}
