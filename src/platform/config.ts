import { z } from 'zod'
import {
  type AlarmConfig,
  alarmConfig,
  alarmSettings,
  secretAlarmSettings,
} from './alarm-settings.ts'
import {
  type MessagingConfig,
  messagingConfig,
  messagingSettings,
  secretMessagingSettings,
} from './messaging/settings.ts'
import { type OidcConfig, oidcConfig, oidcSettings, secretOidcSettings } from './oidc-settings.ts'
import { StartFailure } from './start-failure.ts'

/**
 * Every setting, checked when the program starts. docs/operations/settings.md lists the same
 * ones; a test compares them.
 */
export const settings = z.object({
  HOST: z.string().min(1).default('127.0.0.1'),
  PORT: whole('a port number between 1 and 65535', 1, 65_535).default(8080),
  DATA_DIR: z.string().min(1).default('./data'),
  DATABASE_URL: z
    .url({
      protocol: /^postgres(ql)?$/,
      error: 'must look like postgres://user:password@host/name',
    })
    .optional(),
  MODE: z.enum(['demo', 'production'], { error: 'must be demo or production' }).default('demo'),
  DEMO_LISTEN: z
    .enum(['loopback', 'anywhere'], { error: 'must be loopback or anywhere' })
    .default('loopback'),
  MASTER_KEY: z
    .base64({ error: keySentence })
    .refine((text) => Buffer.from(text, 'base64').length === 32, { error: keySentence })
    .optional(),
  PUBLIC_URL: z
    .url({ protocol: /^https?$/, error: 'must be the address that people type, like https://…' })
    .optional(),
  TRUST_PROXY: z.stringbool({ error: 'must be true or false' }).default(false),
  BACKUP_KEY: z
    .base64({ error: keySentence })
    .refine((text) => Buffer.from(text, 'base64').length === 32, { error: keySentence })
    .optional(),
  BACKUP_DIR: z.string().min(1).optional(),
  BACKUP_KEEP: whole('a number of backups between 1 and 1000', 1, 1000).default(14),
  BACKUP_AT: z
    .string()
    .regex(/^(off|([01]\d|2[0-3]):[0-5]\d)$/, {
      error: 'must be a time of day in Phnom Penh like 02:00, or off',
    })
    .optional(),
  ...messagingSettings,
  ...alarmSettings,
  ...oidcSettings,
  LOG_LEVEL: z
    .enum(['fatal', 'error', 'warn', 'info', 'debug'], {
      error: 'must be fatal, error, warn, info or debug',
    })
    .default('warn'),
})

export type Config = {
  readonly host: string
  readonly port: number
  readonly dataDir: string
  /** Of the owner of an external database; null for the embedded server. */
  readonly databaseUrl: string | null
  readonly mode: 'demo' | 'production'
  /** Null in a demonstration without one: platform/secrets.ts keeps one in DATA_DIR. */
  readonly masterKey: Buffer | null
  readonly publicUrl: string
  readonly trustProxy: boolean
  readonly backup: BackupConfig
  readonly messaging: MessagingConfig
  /** Who is told when something wants somebody; nobody where it names none. */
  readonly alarms: AlarmConfig
  /** A provider by which people may sign in too; null for none. */
  readonly oidc: OidcConfig | null
  readonly logLevel: 'fatal' | 'error' | 'warn' | 'info' | 'debug'
}

export type BackupConfig = {
  /** Null in a demonstration without one (platform/secrets.ts keeps one), or where none is made. */
  readonly key: Buffer | null
  /** Null for `backups` in the data folder. */
  readonly dir: string | null
  /** So many of the newest are kept. */
  readonly keep: number
  /** Each night at this time in Phnom Penh; null for never. */
  readonly at: string | null
}

export function readConfig(env: Readonly<Record<string, string | undefined>>): Config {
  const given = Object.fromEntries(Object.entries(env).filter(([, value]) => value !== ''))
  const parsed = settings.safeParse(given)
  if (!parsed.success) throw new StartFailure(sentenceOf(parsed.error.issues[0], given))
  const values = parsed.data
  if (values.MODE === 'production') checkProduction(values)
  else checkDemonstration(values)
  checkBackupKey(values)
  return {
    host: values.HOST,
    port: values.PORT,
    dataDir: values.DATA_DIR,
    databaseUrl: values.DATABASE_URL ?? null,
    mode: values.MODE,
    masterKey: values.MASTER_KEY ? Buffer.from(values.MASTER_KEY, 'base64') : null,
    publicUrl: values.PUBLIC_URL ?? `http://${inUrl(values.HOST)}:${values.PORT}`,
    trustProxy: values.TRUST_PROXY,
    backup: {
      key: values.BACKUP_KEY ? Buffer.from(values.BACKUP_KEY, 'base64') : null,
      dir: values.BACKUP_DIR ?? null,
      keep: values.BACKUP_KEEP,
      at: backupTime(values),
    },
    messaging: messagingConfig(values),
    alarms: alarmConfig(values),
    oidc: oidcConfig(values),
    logLevel: values.LOG_LEVEL,
  }
}

type Values = z.infer<typeof settings>

function checkProduction(values: Values): void {
  if (!values.MASTER_KEY)
    throw new StartFailure(`MASTER_KEY ${keySentence()}; MODE=production has no default for it.`)
  if (isWeak(values.MASTER_KEY))
    throw new StartFailure('MASTER_KEY is no random key: make one with openssl rand -base64 32.')
  if (!values.PUBLIC_URL?.startsWith('https://')) {
    throw new StartFailure(
      'PUBLIC_URL must be an https address in production: passwords and cookies travel over it.',
    )
  }
}

/** In a demonstration anybody may sign in as anybody, so other machines are kept out. */
function checkDemonstration(values: Values): void {
  if (values.DEMO_LISTEN === 'anywhere' || isLoopback(values.HOST)) return
  throw new StartFailure(
    `HOST is ${values.HOST}, but in a demonstration anybody may sign in as anybody: set DEMO_LISTEN=anywhere to show it to other machines all the same.`,
  )
}

/** A backup carries everybody's keys, wrapped by the other one. */
function checkBackupKey({ BACKUP_KEY, MASTER_KEY }: Values): void {
  if (!BACKUP_KEY) return
  if (isWeak(BACKUP_KEY))
    throw new StartFailure('BACKUP_KEY is no random key: make one with openssl rand -base64 32.')
  if (!MASTER_KEY) return
  if (Buffer.from(BACKUP_KEY, 'base64').equals(Buffer.from(MASTER_KEY, 'base64')))
    throw new StartFailure('BACKUP_KEY and MASTER_KEY are the same: each has to be another key.')
}

/** By itself a demonstration makes none. */
function backupTime({ BACKUP_AT, MODE }: Values): string | null {
  const at = BACKUP_AT ?? (MODE === 'production' ? '02:00' : 'off')
  return at === 'off' ? null : at
}

const isLoopback = (host: string): boolean =>
  host === 'localhost' || host === '::1' || /^127(\.\d{1,3}){3}$/.test(host)

/** A key of few different bytes was typed, not drawn. */
const isWeak = (key: string): boolean => new Set(Buffer.from(key, 'base64')).size < 12

const secretOnes = [
  'MASTER_KEY',
  'BACKUP_KEY',
  'DATABASE_URL',
  ...secretMessagingSettings,
  ...secretAlarmSettings,
  ...secretOidcSettings,
]

function sentenceOf(
  issue: z.core.$ZodIssue | undefined,
  given: Readonly<Record<string, string | undefined>>,
): string {
  const name = String(issue?.path[0] ?? 'A setting')
  const value = secretOnes.includes(name) ? 'is something else' : `is "${given[name] ?? ''}"`
  return `${name} ${issue?.message ?? 'is wrong'}, and ${value}.`
}

function keySentence(): string {
  return 'must be 32 random bytes in base64 (openssl rand -base64 32)'
}

function whole(what: string, least: number, most: number) {
  const error = `must be ${what}`
  return z
    .string()
    .regex(/^\d{1,9}$/, { error })
    .transform(Number)
    .pipe(z.number().min(least, { error }).max(most, { error }))
}

const inUrl = (host: string): string => (host.includes(':') ? `[${host}]` : host)
