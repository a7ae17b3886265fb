import { dayOf } from '../../../kernel/days.ts'
import type { Lang } from '../../../kernel/reader.ts'
import type { Db, Tx } from '../../../platform/db.ts'
import { builtInWordings, wording, writeWording } from '../../../platform/i18n/wording.ts'
import { countSegments } from '../../../platform/messaging/segments.ts'
import type { Channel } from '../../../platform/messaging/sender.ts'
import { mostSegments } from '../../../platform/messaging/smpp-sender.ts'
import type { MessageKind } from '../rules/message.ts'

/** All that a message may say: the number of the case, and where it can be read. */
export type MessageValues = { readonly number: string; readonly link: string }
export type Written = { readonly subject: string; readonly text: string }

/** In the ministry's own words where it gave some, and they fit into two text messages. */
export async function writeMessage(
  tx: Db | Tx,
  asked: {
    readonly kind: MessageKind
    readonly channel: Channel
    readonly language: Lang
    readonly values: MessageValues
    readonly now: Date
  },
): Promise<Written> {
  const { kind, language: lang, values, now } = asked
  const write = async (key: string) => {
    const text = await wording(tx, { key, lang, day: dayOf(now) })
    return { text: writeWording(text, lang, values), key }
  }
  const subject = (await write('wording.messages.subject')).text
  const { text, key } = await write(`wording.messages.${kind}`)
  if (asked.channel !== 'sms' || countSegments(text) <= mostSegments) return { subject, text }
  return { subject, text: writeWording(builtIn(key)[lang], lang, values) }
}

function builtIn(key: string): Readonly<Record<Lang, string>> {
  const found = builtInWordings().find((each) => each.key === key)
  if (!found) throw new Error(`no wording for ${key}`)
  return found
}
