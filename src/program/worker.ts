import { setPriority } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { Logger, run, type TaskList } from 'graphile-worker'
import { pino } from 'pino'
import { startOneBot } from '../composition/bot.ts'
import { crontab, type JobDeps, jobs } from '../composition/jobs.ts'
import { openSenders, openSinks } from '../composition/senders.ts'
import { followedEvents } from '../follow-ups.ts'
import { connect } from '../platform/db.ts'
import { followEvents } from '../platform/events/record-event.ts'
import { loadMessages } from '../platform/i18n/messages.ts'
import { makeReaders } from '../platform/i18n/reader.ts'
import { listenForChanges } from '../platform/public-changed.ts'
import { projectRoot } from '../platform/root.ts'
import { withoutValues } from '../platform/safe-error.ts'
import { interrupted } from './interrupted.ts'
import { tellParent } from './parent.ts'
import { processSettings } from './process-settings.ts'

/** Nice, and still a third of a processor for which both ask. */
const jobsPriority = 5

/** The worker process: follow-ups, clocks and seals, each a job in the database. */
export async function worker(): Promise<number> {
  // Whoever waits for a page goes first: what is done here was said to come later.
  setPriority(jobsPriority)
  const { config, vault, files, urls } = processSettings()
  const db = connect(urls.jobs, { max: 4, name: 'become worker' })
  const ground = { db, vault, now: () => new Date() }
  const sinks = config.mode === 'demo' ? await openSinks(ground, config.messaging) : null
  const messaging = openSenders(ground, sinks?.config ?? config.messaging)
  const readers = makeReaders(loadMessages(pathToFileURL(join(projectRoot, 'locales/'))))
  const { publicUrl } = config
  const deps = { ...ground, files, senders: messaging.senders, publicUrl, readers }
  followEvents(followedEvents())
  const log = pino({ level: config.logLevel, name: 'worker' })
  const runner = await run({
    connectionString: urls.jobs,
    schema: 'graphile_worker',
    concurrency: 4,
    noHandleSignals: true,
    crontab,
    taskList: tasksWith(deps),
    logger: new Logger(
      () => (level, message) => log[level === 'warning' ? 'warn' : level](message),
    ),
  })
  // After a first start, and after a rest, the published list is not of today.
  await runner.addJob('publish_statuses', {}, { jobKey: 'publish_statuses' })
  // A demonstration hears nothing but a real bot: nobody writes to its own server.
  const bot = config.messaging.telegram
    ? startOneBot(deps, config.messaging.telegram, (error) =>
        log.warn({ err: withoutValues(error).message }, 'the bot'),
      )
    : null
  const changes = await listenForChanges(db, { clear() {} })
  await tellParent({ ready: true })
  await interrupted()
  await bot?.close()
  await runner.stop()
  await messaging.close()
  await sinks?.close()
  await changes.stop()
  await db.end({ timeout: 5 })
  return 0
}

const tasksWith = (deps: JobDeps): TaskList =>
  Object.fromEntries(
    Object.entries(jobs).map(([name, job]) => [
      name,
      async (payload) => {
        try {
          await job(deps, (payload ?? {}) as Readonly<Record<string, unknown>>)
        } catch (error) {
          // The queue keeps and logs the words of what it is thrown, and the database repeats values.
          throw withoutValues(error)
        }
      },
    ]),
  )
