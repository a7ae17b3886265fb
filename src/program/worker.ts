import { Logger, run } from 'graphile-worker'
import { pino } from 'pino'
import { interrupted } from './interrupted.ts'
import { processSettings } from './process-settings.ts'

/** The worker process: follow-ups, clocks and seals, each a job in the database. */
export async function worker(): Promise<number> {
  const { config, urls } = processSettings()
  const log = pino({ level: config.logLevel, name: 'worker' })
  const runner = await run({
    connectionString: urls.jobs,
    schema: 'graphile_worker',
    concurrency: 4,
    noHandleSignals: true,
    taskList: { nothing: async () => {} },
    logger: new Logger(
      () => (level, message) => log[level === 'warning' ? 'warn' : level](message),
    ),
  })
  process.send?.({ ready: true })
  await interrupted()
  await runner.stop()
  return 0
}
