import fastify, { type FastifyInstance } from 'fastify'
import type { Mood, Received, Sink } from './received.ts'

export type BotApiSinkSettings = {
  readonly port?: number
  readonly token: string
  readonly onMessage: (received: Received) => void | Promise<void>
  readonly mood?: () => Mood
  /** Chats that exist; without, every number is one. */
  readonly chats?: readonly number[]
}
/** `say` is what somebody writes to the bot: an update as the Bot API describes it. */
export type BotApiSink = Sink & {
  say(message: Readonly<Record<string, unknown>>): void
  keepFile(id: string, bytes: Buffer): void
}

type Refusal = { readonly error_code: number; readonly description: string }
type Answer = { readonly result: unknown } | Refusal
type Body = Readonly<Record<string, unknown>>

/** As much of Telegram's Bot API as we use, strict about token, method, chat and length. */
export async function startBotApiSink(settings: BotApiSinkSettings): Promise<BotApiSink> {
  const app = fastify({ forceCloseConnections: true })
  const state = { refusals: [], updates: [], files: new Map(), lastId: 0 } as State
  mount(app, { ...settings, ...state })
  await app.listen({ host: '127.0.0.1', port: settings.port ?? 0 })
  const address = app.server.address()
  return {
    url: `http://127.0.0.1:${typeof address === 'object' ? address?.port : ''}`,
    refusals: state.refusals,
    say(message) {
      const id = state.updates.length + 1
      state.updates.push({
        update_id: id,
        message: { message_id: id, date: 1_790_000_000, ...message },
      })
    },
    keepFile: (id, bytes) => void state.files.set(id, bytes),
    close: () => app.close(),
  }
}

type State = {
  readonly refusals: string[]
  readonly updates: { update_id: number; message: Body }[]
  readonly files: Map<string, Buffer>
}
type Serving = BotApiSinkSettings & State

function mount(app: FastifyInstance, serving: Serving): void {
  app.post<{ Params: { word: string; method: string }; Body: Body }>(
    '/:word/:method',
    async ({ params, body }, reply) => {
      const mood = serving.mood?.() ?? 'good'
      const answer = await carryOut(params, { body: body ?? {}, serving, mood })
      if (mood === 'die' && params.method === 'sendMessage') return reply.raw.destroy()
      if (mood === 'swallow' && params.method === 'sendMessage') return new Promise(() => {})
      if ('result' in answer) return { ok: true, ...answer }
      serving.refusals.push(`${params.method} ${answer.description}`)
      return reply.code(answer.error_code).send({ ok: false, ...answer })
    },
  )
  app.get<{ Params: { word: string; '*': string } }>('/file/:word/*', async ({ params }, reply) => {
    const file = serving.files.get(params['*'])
    const known = params.word === `bot${serving.token}` && file !== undefined
    return known ? reply.type('application/octet-stream').send(file) : reply.code(404).send()
  })
}

type Order = { readonly body: Body; readonly serving: Serving; readonly mood: Mood }

async function carryOut(
  { word, method }: { readonly word: string; readonly method: string },
  { body, serving, mood }: Order,
): Promise<Answer> {
  if (word !== `bot${serving.token}`) return refuse(401, 'Unauthorized')
  if (method === 'getMe')
    return { result: { id: 1, is_bot: true, first_name: 'BECOME', username: 'become_example_bot' } }
  if (method === 'getUpdates') return { result: await updates(serving, body) }
  if (method === 'getFile') {
    const id = String(body.file_id)
    return serving.files.has(id)
      ? { result: { file_id: id, file_unique_id: id, file_path: id } }
      : refuse(400, 'Bad Request: invalid file_id')
  }
  if (method === 'deleteWebhook') return { result: true }
  if (method !== 'sendMessage') return refuse(404, 'Not Found')
  return mood === 'busy' ? refuse(429, 'Too Many Requests: retry after 1') : receive(serving, body)
}

const refuse = (code: number, description: string): Refusal => ({ error_code: code, description })

async function receive(serving: Serving, { chat_id: chat, text }: Body): Promise<Answer> {
  const exists = Number.isInteger(chat) && (serving.chats?.includes(Number(chat)) ?? true)
  if (!exists) return refuse(400, 'Bad Request: chat not found')
  if (typeof text !== 'string' || text.trim() === '')
    return refuse(400, 'Bad Request: message text is empty')
  if (text.length > 4096) return refuse(400, 'Bad Request: message is too long')
  await serving.onMessage({ channel: 'telegram', to: String(chat), subject: '', text, parts: 1 })
  return {
    result: {
      message_id: 1000 + serving.updates.length,
      date: 1_790_000_000,
      chat: { id: chat, type: 'private' },
      text,
    },
  }
}

/** Waits a moment as the real one does, and forgets nothing before it is asked for what follows. */
async function updates(serving: Serving, { offset, timeout }: Body): Promise<unknown[]> {
  const from = Number(offset ?? 0)
  const waiting = () => serving.updates.filter(({ update_id: id }) => id >= from)
  const until = Date.now() + Number(timeout ?? 0) * 1000
  while (waiting().length === 0 && Date.now() < until)
    await new Promise((resolve) => setTimeout(resolve, 50))
  return waiting()
}
