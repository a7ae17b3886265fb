import type { Message } from 'grammy/types'

/** What somebody wrote or forwarded to the bot. */
export type Heard = {
  readonly updateId: number
  /** Number of the chat; only of chats between one person and the bot. */
  readonly chat: string
  readonly lang: 'km' | 'en'
  /** Its text, or the words under a picture. */
  readonly text: string
  readonly file: { readonly id: string; readonly name: string | null } | null
  readonly at: Date
  /** Set where it was forwarded: when it was first written, and by whom as Telegram says it. */
  readonly forwarded: { readonly at: Date; readonly by: string | null } | null
}

/** Null for groups and channels, in which the bot says nothing. */
export function heardIn(updateId: number, message: Message): Heard | null {
  if (message.chat.type !== 'private') return null
  const { forward_origin: origin } = message
  return {
    updateId,
    chat: String(message.chat.id),
    lang: message.from?.language_code?.startsWith('en') ? 'en' : 'km',
    text: (message.text ?? message.caption ?? '').trim(),
    file: fileIn(message),
    at: instant(message.date),
    forwarded: origin ? { at: instant(origin.date), by: nameIn(origin) } : null,
  }
}

const instant = (seconds: number): Date => new Date(seconds * 1000)

/** Of the sizes of a photo the largest comes last. */
function fileIn({ photo, voice, audio, document }: Message): Heard['file'] {
  const picture = photo?.at(-1)
  if (picture) return { id: picture.file_id, name: null }
  if (voice) return { id: voice.file_id, name: null }
  const named = audio ?? document
  return named ? { id: named.file_id, name: named.file_name ?? null } : null
}

function nameIn(origin: NonNullable<Message['forward_origin']>): string | null {
  switch (origin.type) {
    case 'user': {
      const { first_name: first, last_name: last } = origin.sender_user
      return [first, last].filter(Boolean).join(' ')
    }
    case 'hidden_user':
      return origin.sender_user_name
    case 'chat':
      return 'title' in origin.sender_chat ? (origin.sender_chat.title ?? null) : null
    case 'channel':
      return 'title' in origin.chat ? (origin.chat.title ?? null) : null
  }
}
