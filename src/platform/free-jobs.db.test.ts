import { expect, it } from 'vitest'
import { useDatabase } from '../../tests/support/database.ts'
import { freeJobs } from './free-jobs.ts'

const { owner } = useDatabase()

it('gives back the jobs of a worker that was killed, and leaves the others as they are', async () => {
  await owner`select graphile_worker.add_job('seal_ledgers', '{}'), graphile_worker.add_job('other', '{}')`
  await owner`update graphile_worker._private_jobs j set locked_by = 'killed', locked_at = now()
    from graphile_worker._private_tasks t where t.id = j.task_id and t.identifier = 'seal_ledgers'`

  await freeJobs(owner)

  const [left] = await owner`
    select count(*) filter (where locked_by is not null)::int as locked, count(*)::int as jobs
    from graphile_worker._private_jobs`
  expect(left).toEqual({ locked: 0, jobs: 2 })
})
