import { Logger, runOnce } from 'graphile-worker'
import { jobs } from '../../src/composition/jobs.ts'
import type { Senders } from '../../src/modules/messages/index.ts'
import type { TestApp } from './app.ts'
import { readers } from './words.ts'

/** The address of the site in tests' messages. */
export const testPublicUrl = 'https://become.example'

/**
 * Carries out every job that is due, as the worker process would, and comes back when all is done.
 * Messages leave only where senders are given; otherwise they wait.
 */
export async function runJobs(app: TestApp, senders: Senders = {}): Promise<void> {
  const deps = {
    ...{ db: app.jobs, vault: app.vault, files: app.files, now: () => app.clock.now },
    ...{ senders, publicUrl: testPublicUrl, readers },
  }
  const tasks = Object.entries(jobs).map(([name, job]) => [
    name,
    (payload: unknown) => job(deps, (payload ?? {}) as Readonly<Record<string, unknown>>),
  ])
  await runOnce({
    connectionString: app.urls.jobs,
    schema: 'graphile_worker',
    taskList: Object.fromEntries(tasks),
    logger: new Logger(() => () => {}),
  })
}
