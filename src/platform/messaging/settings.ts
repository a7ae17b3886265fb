import { z } from 'zod'
import { StartFailure } from '../start-failure.ts'

/** The settings of the senders, beside those of platform/config.ts. */
export const messagingSettings = {
  SMPP_URL: z
    .url({
      protocol: /^s?smpp$/,
      error: 'must look like smpp://user:password@host:2775, or ssmpp:// over TLS',
    })
    .optional(),
  SMPP_SENDER: z
    .string()
    .regex(/^([A-Za-z0-9 .-]{1,11}|\+?\d{3,15})$/, {
      error: 'must be a name of at most 11 letters, or a number',
    })
    .optional(),
  SMTP_URL: z
    .url({
      protocol: /^smtps?$/,
      error: 'must look like smtp://user:password@host:587, or smtps:// over TLS',
    })
    .optional(),
  MAIL_FROM: z
    .string()
    .regex(/^([^<>@\r\n]+<[^\s<>@]+@[^\s<>@]+>|[^\s<>@]+@[^\s<>@]+)$/, {
      error: 'must be an address like no-reply@example.org, with a name before it or not',
    })
    .optional(),
  TELEGRAM_TOKEN: z
    .string()
    .regex(/^\d{3,20}:[\w-]{30,60}$/, { error: 'must be the token that BotFather gave' })
    .optional(),
  TELEGRAM_API: z
    .url({ protocol: /^https?$/, error: 'must be the address of a Bot API server' })
    .default('https://api.telegram.org'),
}
/** Never shown when they are wrong. */
export const secretMessagingSettings = ['SMPP_URL', 'SMTP_URL', 'TELEGRAM_TOKEN']

/** Each is null where the channel is not set up. */
export type MessagingConfig = {
  readonly smpp: { readonly url: string; readonly sender: string } | null
  readonly smtp: { readonly url: string; readonly from: string } | null
  readonly telegram: { readonly token: string; readonly api: string } | null
}

type Values = z.infer<z.ZodObject<typeof messagingSettings>>

export function messagingConfig(values: Values): MessagingConfig {
  const { SMPP_URL, SMPP_SENDER, SMTP_URL, MAIL_FROM, TELEGRAM_TOKEN, TELEGRAM_API } = values
  if (SMPP_URL) checkSmpp(new URL(SMPP_URL))
  return {
    smpp: SMPP_URL ? { url: SMPP_URL, sender: needed('SMPP_SENDER', SMPP_SENDER) } : null,
    smtp: SMTP_URL ? { url: SMTP_URL, from: needed('MAIL_FROM', MAIL_FROM) } : null,
    telegram: TELEGRAM_TOKEN ? { token: TELEGRAM_TOKEN, api: TELEGRAM_API } : null,
  }
}

/** The protocol has no room for more (SMPP 3.4, 4.1.1). */
function checkSmpp({ username, password }: URL): void {
  const fits = decodeURIComponent(username).length <= 15 && decodeURIComponent(password).length <= 8
  if (!fits)
    throw new StartFailure(
      'SMPP_URL holds a name of more than 15 letters or a password of more than 8.',
    )
}

function needed(name: string, value: string | undefined): string {
  if (value) return value
  throw new StartFailure(`${name} must be set, too: it is what people see as the sender.`)
}
