import { randomBytes } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { readConfig, settings } from './config.ts'
import { projectRoot } from './root.ts'

const key = randomBytes(32).toString('base64')
const production = { MODE: 'production', MASTER_KEY: key, PUBLIC_URL: 'https://become.example' }

describe('a wrong setting is named in one sentence', () => {
  it.each([
    [{ PORT: 'eighty' }, 'PORT must be a port number between 1 and 65535, and is "eighty".'],
    [{ PORT: '0' }, 'PORT must be a port number between 1 and 65535, and is "0".'],
    [{ PORT: '65536' }, 'PORT must be a port number between 1 and 65535, and is "65536".'],
    [{ MODE: 'prod' }, 'MODE must be demo or production, and is "prod".'],
    [{ LOG_LEVEL: 'loud' }, 'LOG_LEVEL must be fatal, error, warn, info or debug, and is "loud".'],
    [{ TRUST_PROXY: 'perhaps' }, 'TRUST_PROXY must be true or false, and is "perhaps".'],
    [
      { BACKUP_AT: '2:00' },
      'BACKUP_AT must be a time of day in Phnom Penh like 02:00, or off, and is "2:00".',
    ],
    [
      { BACKUP_KEEP: '0' },
      'BACKUP_KEEP must be a number of backups between 1 and 1000, and is "0".',
    ],
    [{ SMPP_SENDER: 'A name too long' }, 'SMPP_SENDER must be a name of at most 11 letters'],
    [{ TELEGRAM_API: 'ftp://x' }, 'TELEGRAM_API must be the address of a Bot API server'],
    [{ SMPP_URL: 'smpp://become:secret@host' }, 'SMPP_SENDER must be set, too'],
    [{ SMTP_URL: 'smtp://become:secret@host' }, 'MAIL_FROM must be set, too'],
    [{ ALARM_EMAIL: 'sok@example.org, dara' }, 'ALARM_EMAIL must be addresses like name@example'],
    [{ ALARM_TELEGRAM: '@sok' }, 'ALARM_TELEGRAM must be numbers of Telegram chats'],
    [{ DEMO_LISTEN: 'here' }, 'DEMO_LISTEN must be loopback or anywhere, and is "here".'],
  ])('%j', (env, sentence) => {
    expect(() => readConfig(env)).toThrow(sentence)
  })

  it('without showing a secret', () => {
    expect(() => readConfig({ MASTER_KEY: 'c2VjcmV0' })).toThrow(
      'MASTER_KEY must be 32 random bytes in base64 (openssl rand -base64 32), and is something else.',
    )
    expect(() => readConfig({ DATABASE_URL: 'mysql://me:secret@host/db' })).toThrow(
      /^DATABASE_URL must look like postgres:\/\/user:password@host\/name, and is something else\.$/,
    )
  })
})

it.each(['SMPP_URL', 'SMTP_URL', 'TELEGRAM_TOKEN'])('%s is never shown', (name) => {
  expect(() => readConfig({ [name]: 'http://me:secret@host' })).toThrow(
    /, and is something else\.$/,
  )
})

it('the centre takes no long password, and whoever is told so does not see it', () => {
  const SMPP_URL = 'smpp://become:much-too-long@host:2775'
  expect(() => readConfig({ SMPP_URL, SMPP_SENDER: 'MOLVT' })).toThrow(
    'SMPP_URL holds a name of more than 15 letters or a password of more than 8.',
  )
})

describe('alarms', () => {
  const mail = { SMTP_URL: 'smtp://become:secret@host', MAIL_FROM: 'no-reply@become.example' }

  it('are refused a way that is not set up', () => {
    expect(() => readConfig({ ...production, ALARM_EMAIL: 'sok@example.org' })).toThrow(
      'ALARM_EMAIL is set, and SMTP_URL is not: nothing could be sent.',
    )
    expect(() => readConfig({ ...production, ALARM_TELEGRAM: '-42' })).toThrow(
      'ALARM_TELEGRAM is set, and TELEGRAM_TOKEN is not: nothing could be sent.',
    )
  })

  it('reach whoever is named, and nobody who is not', () => {
    const named = { ...production, ...mail, ALARM_EMAIL: 'sok@example.org, dara@example.org' }
    expect(readConfig(named).alarms.emails).toEqual(['sok@example.org', 'dara@example.org'])
    expect(readConfig({ ...production, ...mail }).alarms).toEqual({ emails: [], chats: [] })
    expect(readConfig(mail).alarms.emails).toEqual([])
  })
})

describe('backups', () => {
  it('have a key of their own, since they carry what the other key protects', () => {
    expect(() => readConfig({ ...production, BACKUP_KEY: key })).toThrow(
      'BACKUP_KEY and MASTER_KEY are the same: each has to be another key.',
    )
    const typed = Buffer.alloc(32, 'a').toString('base64')
    expect(() => readConfig({ ...production, BACKUP_KEY: typed })).toThrow('no random key')
  })

  it('are made each night in production unless switched off, and in no demonstration', () => {
    expect(readConfig(production).backup.at).toBe('02:00')
    expect(readConfig({ ...production, BACKUP_AT: 'off' }).backup.at).toBeNull()
    expect(readConfig({ BACKUP_AT: '23:30' }).backup.at).toBe('23:30')
  })
})

describe('a demonstration', () => {
  it('does not listen to other machines unless told so by a second setting', () => {
    expect(() => readConfig({ HOST: '0.0.0.0' })).toThrow('set DEMO_LISTEN=anywhere')
    expect(() => readConfig({ HOST: '192.168.1.4' })).toThrow('set DEMO_LISTEN=anywhere')
    expect(readConfig({ HOST: '0.0.0.0', DEMO_LISTEN: 'anywhere' }).host).toBe('0.0.0.0')
  })

  it.each(['127.0.0.1', '127.0.1.1', '::1', 'localhost'])('listens on %s', (host) => {
    expect(readConfig({ HOST: host }).host).toBe(host)
  })

  it('needs no setting at all, and takes an empty one as none', () => {
    const config = readConfig({ DATABASE_URL: '', MASTER_KEY: '' })

    expect(config).toEqual({
      alarms: { emails: ['operator@become.example'], chats: [] },
      host: '127.0.0.1',
      port: 8080,
      dataDir: './data',
      databaseUrl: null,
      mode: 'demo',
      masterKey: null,
      publicUrl: 'http://127.0.0.1:8080',
      trustProxy: false,
      messaging: { smpp: null, smtp: null, telegram: null },
      backup: { key: null, dir: null, keep: 14, at: null },
      oidc: null,
      logLevel: 'warn',
    })
  })
})

describe('production', () => {
  it('refuses a missing or a made-up key', () => {
    const typed = Buffer.alloc(32, 'key').toString('base64')

    expect(() => readConfig({ ...production, MASTER_KEY: undefined })).toThrow('has no default')
    expect(() => readConfig({ ...production, MASTER_KEY: typed })).toThrow('no random key')
  })

  it('refuses plain HTTP', () => {
    const sentence = 'PUBLIC_URL must be an https address in production'

    expect(() => readConfig({ ...production, PUBLIC_URL: undefined })).toThrow(sentence)
    expect(() => readConfig({ ...production, PUBLIC_URL: 'http://become.example' })).toThrow(
      sentence,
    )
  })

  it('may listen anywhere', () => {
    expect(readConfig({ ...production, HOST: '0.0.0.0' }).mode).toBe('production')
  })
})

it('lists every setting in the operations handbook, and no other', () => {
  const page = readFileSync(join(projectRoot, 'docs', 'operations', 'settings.md'), 'utf8')
  const listed = [...page.matchAll(/^\| `([A-Z_]+)` \|/gm)].map(([, name]) => name)

  expect(listed).toEqual(Object.keys(settings.shape))
})
