import { once } from 'node:events'
import type { AddressInfo } from 'node:net'
import { SMTPServer } from 'smtp-server'
import { beforeAll, expect, it } from 'vitest'
import { useApp } from '../../../tests/support/app.ts'
import { signInAs } from '../../../tests/support/sign-in.ts'
import { readers } from '../../../tests/support/words.ts'
import { fillDemonstrationPeople } from '../../modules/accounts/index.ts'
import { recordRun } from '../../platform/backup/runs.ts'
import { readConfig } from '../../platform/config.ts'
import type { Sender } from '../../platform/messaging/sender.ts'
import { checkMachine } from '../../platform/operations/check-machine.ts'
import { routes } from '../../routes.ts'
import { loadCountryPack } from '../../setup.ts'
import { watchAlarms } from './watch-alarms.ts'

const { app, clock, owner, jobs, vault, files } = useApp()
beforeAll(async () => {
  const { now } = clock
  await loadCountryPack(owner, { vault, files, now, say: () => {} })
  await owner.begin((tx) => fillDemonstrationPeople(tx, { agencyIds: [], now, vault }))
})
const open = async (persona: Parameters<typeof signInAs>[1], lang = '/en') => {
  const cookie = await signInAs(app(), persona)
  return app().inject({ url: `${lang}${routes.operations.href()}`, headers: { cookie } })
}
const aRun = { fileName: 'become-x.backup', bytes: 2_400_000, rows: 9, files: 1, damaged: 0 }

it('is for administrators only', async () => {
  expect((await open('head')).statusCode).toBe(403)
  expect((await app().inject(routes.operations.href())).statusCode).toBe(303)
})

it('says first that there is no backup, and how to make one, in both languages', async () => {
  const english = await open('admin')
  const khmer = await open('admin', '')

  expect(english.body).toContain('There is no backup.')
  expect(english.body).toContain('npm run backup')
  expect(khmer.body).toContain('មិនទាន់មានការបម្រុងទុកទេ។')
})

it('shows the last backup with age and size, and the disk that the worker saw', async () => {
  const ofMoment = new Date(clock.now.getTime() - 3 * 3_600_000)
  await recordRun(owner, { kind: 'backup', outcome: 'done', ofMoment, ...aRun })
  const config = readConfig({ DATA_DIR: '/', PUBLIC_URL: 'https://127.0.0.1:1' })
  await checkMachine({ db: jobs, config, now: clock.now })

  const { body } = await open('admin')

  expect(body).toContain('3 hours old')
  expect(body).toContain('2.4 MB')
  expect(body).toMatch(/Disk of the data.*?\d [GMT]B free/s)
  expect(body).toContain('The address did not answer from the server.')
  expect(body).not.toContain('There is no backup.')
})

it('tells a failed night to whoever watches, while everybody is served', async () => {
  const ofMoment = new Date()
  await recordRun(owner, { kind: 'backup', outcome: 'done', ofMoment, ...aRun })
  await recordRun(owner, { kind: 'backup', outcome: 'failed', ofMoment, ...aRun })

  const health = await app().inject('/health')
  const metrics = await app().inject('/metrics')

  expect(health.statusCode).toBe(200)
  expect(health.json()).toMatchObject({ healthy: true, database: true })
  expect(health.json().degraded).toContain('backup-age: attention')
  expect(metrics.body).toContain('become_check_state{check="backup-age"} 1')
  expect(metrics.body).toMatch(/become_database_bytes \d{6,}/)
})

it('looks at the certificate as a browser would, and tells when it ends', async () => {
  // It brings a certificate of its own, which ended long ago.
  const server = new SMTPServer({ secure: true, logger: false })
  // Whoever looks hangs up as soon as it has seen the certificate.
  server.on('error', () => {})
  const listening = server.listen(0, '127.0.0.1')
  await once(listening, 'listening')
  const { port } = listening.address() as AddressInfo
  const config = readConfig({ DATA_DIR: '/', PUBLIC_URL: `https://127.0.0.1:${port}` })
  await checkMachine({ db: jobs, config, now: clock.now })
  await new Promise<void>((done) => server.close(done))

  const { body } = await open('admin')

  expect(body).toContain('A browser would not trust it.')
  expect(body).toMatch(/ended \d+ days ago/)
})

it('says who was told of what was wrong, and what could not be sent', async () => {
  const down: Sender = {
    channel: 'email',
    send: async () => ({ outcome: 'not-now', code: 'no-connection' }),
    close: async () => {},
  }
  const look = async () => {
    clock.now = new Date(clock.now.getTime() + 60_000)
    await watchAlarms({
      ...{ db: jobs, vault, readers, senders: { email: down }, now: () => clock.now },
      ...{
        publicUrl: 'https://become.example',
        alarms: { emails: ['sok@example.org'], chats: [] },
      },
    })
  }
  await look()
  await look()

  const { body } = await open('admin')

  expect(body).toContain('An alarm could not be sent.')
  expect(body).toMatch(/Waiting.*s•••@example.org/s)
  expect(body).toContain('No connection to the centre.')
  expect(body).not.toContain('sok@example.org')
})

it('counts as given up what is lost: not what is at work, nor what comes again by itself', async () => {
  await owner`
    select graphile_worker.add_job(task, max_attempts => tries::int, job_key => task)
    from (values ('running', 1), ('each-minute', 1), ('just-now', 1), ('lost', 3)) of(task, tries)`
  await owner`update graphile_worker._private_jobs set attempts = max_attempts, locked_at = null`
  await owner`
    update graphile_worker._private_jobs set locked_at = now(), locked_by = 'a worker'
    where key = 'running'`
  await owner`
    update graphile_worker._private_jobs set run_at = now() - interval '2 hours'
    where key in ('each-minute', 'lost')`

  const [seen] = await owner`
    select h.jobs_failed as page, o.jobs_failed as metric
    from house_figures() h, operating_figures() o`
  expect([Number(seen?.page), Number(seen?.metric)]).toEqual([2, 2])
})
