import { Logger, runOnce } from 'graphile-worker'
import { jobs } from '../../src/composition/jobs.ts'
import type { TestApp } from './app.ts'

/** Carries out every job that is due, as the worker process would, and comes back when all is done. */
export async function runJobs(app: TestApp): Promise<void> {
  const deps = { db: app.jobs, vault: app.vault, files: app.files, now: () => app.clock.now }
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
