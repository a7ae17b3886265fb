import type { Actor } from '../../../kernel/actor.ts'
import type { Reader } from '../../../kernel/reader.ts'
import { setActor, type Tx } from '../../../platform/db.ts'
import type { Heard } from '../../../platform/messaging/telegram-heard.ts'
import { openPersonKeys } from '../../../platform/vault/person-keys.ts'
import { findActor } from '../../accounts/index.ts'
import type { GivenFile } from '../../evidence/index.ts'
import { forwardStep, namedUntil } from '../rules/forwarding.ts'
import {
  deleteWaiting,
  insertWaiting,
  type LinkedChat,
  listWaiting,
  nameRecord,
} from '../store/telegram.ts'
import { botActor, type ChatDeps } from './chat-deps.ts'
import type { ForwardRefusal } from './forward-door.ts'

type Sent = {
  readonly heard: Heard
  readonly file: GivenFile | null
  readonly chat: LinkedChat
  readonly index: Buffer
}
/** As it waits for its case: the file as text, so that all of it is sealed together. */
type Content = { readonly note: string; readonly name: string | null; readonly file: string | null }

/** Puts what an officer sent to the case that it names, or lets it wait for one. */
export async function takeForwarded(tx: Tx, deps: ChatDeps, sent: Sent): Promise<string[]> {
  const { heard, chat } = sent
  const reader = deps.readers[heard.lang]
  const officer = await findActor(tx, chat.personId, deps.now())
  if (!officer || officer.roles.length === 0) return [reader.t('messages.bot.not-your-role')]
  if (/^\/start\b/.test(heard.text)) return [reader.t('messages.bot.how')]
  const found = deps.door.numberIn(heard.text)
  const rest = found?.rest ?? heard.text
  const given = { number: found?.number ?? null, rest, hasFile: sent.file !== null }
  const step = forwardStep(chat, given, deps.now())
  if (step.kind === 'nothing') return [reader.t('messages.bot.how')]
  const content = contentOf(reader, sent, rest)
  if (step.kind === 'wait') {
    await letWait(tx, deps, { ...sent, content })
    return [reader.t('messages.bot.which')]
  }
  const contents = step.kind === 'keep' ? [content] : []
  const { number } = step
  return [await keepWith(tx, deps, { ...sent, officer, number, contents, isNamed: found !== null })]
}

type KeepingWith = Sent & Keeping & { readonly isNamed: boolean }

/** A number that was just written also takes what waited for it. */
async function keepWith(tx: Tx, deps: ChatDeps, given: KeepingWith): Promise<string> {
  const { number, isNamed, index } = given
  const { t } = deps.readers[given.heard.lang]
  const waiting = isNamed ? await waitingContents(tx, deps, given) : []
  const contents = [...waiting, ...given.contents]
  const refusal = await keepAll(tx, deps, { ...given, contents })
  // After a wrong number what waited is there still for the right one.
  const isRefused = refusal === 'not-found' || refusal === 'not-your-role'
  if (isNamed && !isRefused) {
    await deleteWaiting(tx, index)
    await nameRecord(tx, index, { number, until: namedUntil(deps.now()) })
  }
  if (refusal) return t(`messages.bot.${refusal}`, { number })
  if (contents.length === 0) return t('messages.bot.named', { number })
  return t('messages.bot.kept', { number, count: contents.length })
}

/** Its words, and where it comes from: who first wrote it, and when, as far as Telegram says so. */
function contentOf(reader: Reader, { heard, file }: Sent, rest: string): Content {
  const { forwarded, at } = heard
  const origin = forwarded
    ? reader.t(forwarded.by ? 'messages.bot.origin-by' : 'messages.bot.origin', {
        at: reader.instant(forwarded.at),
        by: forwarded.by ?? '',
      })
    : reader.t('messages.bot.origin-own', { at: reader.instant(at) })
  const note = rest === '' ? origin : `${origin}\n\n${rest}`
  const bytes = file?.whole ? file.bytes.toString('base64') : ''
  return { note, name: file?.name ?? null, file: file ? bytes : null }
}

async function letWait(
  tx: Tx,
  { vault, now }: ChatDeps,
  { heard, chat, index, content }: Sent & { readonly content: Content },
): Promise<void> {
  const key = (await openPersonKeys(tx, vault, [chat.keyId])).get(chat.keyId)
  if (!key) return
  const contentSealed = vault.seal(key, JSON.stringify(content))
  const waiting = { updateId: heard.updateId, chatIndex: index, keyId: chat.keyId, at: now() }
  await insertWaiting(tx, { ...waiting, contentSealed })
}

async function waitingContents(tx: Tx, { vault }: ChatDeps, { index }: Sent): Promise<Content[]> {
  const waiting = await listWaiting(tx, index)
  const ids = [...new Set(waiting.map(({ keyId }) => keyId))]
  const keys = await openPersonKeys(tx, vault, ids)
  return waiting.flatMap(({ keyId, contentSealed }) => {
    const key = keys.get(keyId)
    return key ? [JSON.parse(vault.open(key, contentSealed)) as Content] : []
  })
}

type Keeping = {
  readonly officer: Actor
  readonly number: string
  readonly contents: readonly Content[]
}

/** In the officer's own name, seeing what the officer sees; the first refusal, or null. */
async function keepAll(
  tx: Tx,
  { vault, files, now, door }: ChatDeps,
  { officer, number, contents }: Keeping,
): Promise<ForwardRefusal | null> {
  await setActor(tx, officer)
  let refusal: ForwardRefusal | null = null
  for (const { note, name, file } of contents) {
    const bytes = file === null ? null : Buffer.from(file, 'base64')
    const given = bytes && { name, bytes, whole: bytes.length > 0 }
    const common = { vault, files, number, note, at: now() }
    const kept = await door.keep(tx, officer, { ...common, file: given })
    if (!kept.ok) refusal ??= kept.refusal
  }
  await setActor(tx, botActor)
  return refusal
}
