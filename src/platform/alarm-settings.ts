import { z } from 'zod'
import { StartFailure } from './start-failure.ts'

/** Who is told when something wants somebody: beside platform/config.ts. */
export const alarmSettings = {
  ALARM_EMAIL: z
    .string()
    .transform(splitList)
    .pipe(
      z
        .array(
          z.string().regex(/^[^\s@<>;:]+@[^\s@<>;:]+$/, {
            error: 'must be addresses like name@example.org, with commas between them',
          }),
        )
        .max(20, { error: 'must be at most 20 addresses' }),
    )
    .optional(),
  ALARM_TELEGRAM: z
    .string()
    .transform(splitList)
    .pipe(
      z
        .array(z.string().regex(/^-?\d{1,20}$/, { error: 'must be numbers of Telegram chats' }))
        .max(20, { error: 'must be at most 20 chats' }),
    )
    .optional(),
}
/** Never shown when they are wrong. */
export const secretAlarmSettings = ['ALARM_EMAIL', 'ALARM_TELEGRAM']

export type AlarmConfig = {
  readonly emails: readonly string[]
  /** Chats that the ministry's bot may write into. */
  readonly chats: readonly string[]
}

type Values = z.infer<z.ZodObject<typeof alarmSettings>> & {
  readonly MODE: 'demo' | 'production'
  readonly SMTP_URL?: string | undefined
  readonly TELEGRAM_TOKEN?: string | undefined
}

/** A demonstration without a mail server of its own tells its own sink. */
export function alarmConfig(values: Values): AlarmConfig {
  const { MODE, ALARM_EMAIL, ALARM_TELEGRAM = [], SMTP_URL, TELEGRAM_TOKEN } = values
  const production = MODE === 'production'
  if (production && ALARM_EMAIL?.length && !SMTP_URL)
    throw new StartFailure('ALARM_EMAIL is set, and SMTP_URL is not: nothing could be sent.')
  if (production && ALARM_TELEGRAM.length > 0 && !TELEGRAM_TOKEN)
    throw new StartFailure(
      'ALARM_TELEGRAM is set, and TELEGRAM_TOKEN is not: nothing could be sent.',
    )
  const sunk = production || SMTP_URL ? [] : ['operator@become.example']
  return { emails: ALARM_EMAIL ?? sunk, chats: ALARM_TELEGRAM }
}

function splitList(text: string): string[] {
  return text
    .split(',')
    .map((each) => each.trim())
    .filter((each) => each !== '')
}
