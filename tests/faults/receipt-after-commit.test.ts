import { randomUUID } from 'node:crypto'
import Fastify from 'fastify'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { apiRoutes } from '../../src/api-routes.ts'
import { publicActor } from '../../src/kernel/actor.ts'
import { submitComplaint } from '../../src/modules/complaints/index.ts'
import { aNewComplaint, anEntry } from '../../src/modules/complaints/testing/complaints.ts'
import { setActor } from '../../src/platform/db.ts'
import { loadCountryPack } from '../../src/setup.ts'
import { useApp } from '../support/app.ts'

const { app, db, owner, vault, files } = useApp()

// The last moment at which something can go wrong: everything is written, the commit fails.
beforeAll(async () => {
  await loadCountryPack(owner, { vault, files, now: new Date(), say: () => {} })
  await owner.unsafe(`
    create function fail_at_commit() returns trigger language plpgsql as
      $$ begin raise exception 'the disk is full'; end $$;
    create constraint trigger fail_at_commit after insert on complaint
      deferrable initially deferred for each row execute function fail_at_commit()`)
})

const complaint = {
  ...{ relation: 'worker', openness: 'anonymous', respondentKind: 'unknown' },
  ...{ categories: ['delayed_deployment'], country: 'TH', monthUnknown: 'yes' },
  ...{ askedBefore: 'nobody', story: 'សាកល្បង' },
}

/** The same with its answer sent before the commit: the mistake that the test has to find. */
const hasty = Fastify()
hasty.post('/complaints', async (_request, reply) => {
  await db
    .begin(async (tx) => {
      await setActor(tx, publicActor)
      const now = new Date()
      const entry = anEntry({ receivedAt: now })
      const order = { vault, complaint: aNewComplaint(), entry, now }
      await reply.code(201).send(await submitComplaint(tx, publicActor, order))
    })
    .catch(() => {})
  return reply
})
afterAll(() => hasty.close())

const receipt = /\d{2}-\d{7}-\d/

describe('when the commit itself fails', () => {
  it('no receipt is shown, and the complainant is told that nothing was changed', async () => {
    const answer = await app().inject({
      method: 'POST',
      url: apiRoutes.complaints,
      headers: { 'idempotency-key': randomUUID() },
      payload: complaint,
    })

    expect(answer.statusCode).toBe(500)
    expect(answer.body).not.toMatch(receipt)
    expect(answer.json()).toMatchObject({ code: 'failed' })
  })

  it('would show one if it were sent before the commit (so this test can fail)', async () => {
    const answer = await hasty.inject({ method: 'POST', url: '/complaints' })

    const [kept] = await owner`select count(*)::int as n from complaint`
    expect(answer.body).toMatch(receipt)
    expect(kept!.n).toBe(0)
  })
})
