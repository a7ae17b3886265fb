import { createHash } from 'node:crypto'
import { beforeAll, expect, it } from 'vitest'
import { z } from 'zod'
import { anAddress, useSignIn } from '../../../../tests/support/account-browser.ts'
import { publicActor, systemActor } from '../../../kernel/actor.ts'
import { isUuid } from '../../../kernel/ids.ts'
import { ok, refuse } from '../../../kernel/result.ts'
import { readAs, transact } from '../../../platform/db.ts'
import { answers, page, type Route, redirect, submits } from '../../../platform/http/route.ts'
import { newId } from '../../../platform/new-id.ts'
import { emptyForm, Form, OfficerLayout } from '../../../ui/index.ts'
import { loadRules } from '../../law/index.ts'
import { sign, signingState } from '../actions/sign.ts'
import { issueToken } from '../actions/tokens.ts'
import type { SigningRefusal } from '../rules/signing.ts'
import { listSignatures } from '../store/signatures.ts'
import { SigningFields, signingErrors } from './signing-fields.tsx'

const officers = ['complaints-officer'] as const
const shown = 'ឈ្មោះ គំរូ, 500 USD'

/** A paper to sign, as any module would have one. */
const paper: readonly Route[] = [
  {
    door: 'page',
    method: 'get',
    path: '/paper',
    access: officers,
    show: async (visit, tx) =>
      page(
        <OfficerLayout title="Paper">
          <Form action="/en/paper" state={emptyForm} submission="">
            <SigningFields {...(await signingState(tx, visit))} />
          </Form>
        </OfficerLayout>,
      ),
  },
  submits<SigningRefusal>({
    path: '/paper',
    access: officers,
    submit: async (visit, tx) => {
      const record = { type: 'paper', id: String(visit.form.id) }
      const done = await sign(tx, visit, { record, meaning: 'paper.approve', shown })
      return done.ok ? ok(redirect('/paper')) : done
    },
    refused: async (_visit, _tx, refusal) =>
      page(
        <OfficerLayout title="Paper">
          <SigningFields open={false} error={refusal} />
        </OfficerLayout>,
        422,
      ),
  }),
  answers({
    method: 'post',
    path: '/api/v1/paper',
    access: officers,
    scope: 'complaints:write',
    summary: 'Signs a paper',
    reply: z.object({}),
    handle: async (visit, tx) => {
      const record = { type: 'paper', id: newId<string>() }
      const done = await sign(tx, visit, { record, meaning: 'paper.approve', shown })
      return done.ok ? ok({}) : refuse(signingErrors(done.refusal))
    },
  }),
]

const world = useSignIn(paper)
const { db, jobs, owner, clock, later } = world
const refusals = {
  'code-missing': 'Enter the six-digit code to sign',
  'code-wrong': 'This code is not right. Nothing was signed',
  'code-used': 'This code was used before. Nothing was signed',
}
beforeAll(() => owner.begin(loadRules))

const signedBy = (id: string) => owner`
  select * from signature where record_id = ${id} order by signed_at`

it.each([
  ['without a code', {}, 'code-missing'],
  ['with another code', { 'signing-code': '000000' }, 'code-wrong'],
  ['with two codes', { 'signing-code': ['123456', '654321'] }, 'code-missing'],
] as const)('signs nothing %s', async (_what, form, refusal) => {
  const { login } = await world.aPerson()
  const at = await world.signInAs(login)
  const id = newId<string>()

  const answer = await at.post('/en/paper', { id, ...form })

  expect(answer.statusCode).toBe(422)
  expect(answer.body).toContain(refusals[refusal])
  expect(await signedBy(id)).toHaveLength(0)
})

it('signs nothing with the code of the sign-in itself, nor with one that signed before', async () => {
  const { login } = await world.aPerson()
  const at = await world.signInAs(login)
  const id = newId<string>()
  const again = await at.post('/en/paper', { id, 'signing-code': world.code() })
  later(30)
  const code = world.code()
  await at.post('/en/paper', { id: newId<string>(), 'signing-code': code })
  const elsewhere = world.browser('production', anAddress())
  later(30)
  await elsewhere.post('/en/sign-in', { login, password: 'rain on the tin roof' })
  await elsewhere.post('/en/sign-in/code', { code: world.code() })

  const used = await elsewhere.post('/en/paper', { id, 'signing-code': code })

  expect(again.body).toContain(refusals['code-used'])
  expect(used.body).toContain(refusals['code-used'])
  expect(await signedBy(id)).toHaveLength(0)
})

it('does not let a program sign, even with the cookie of a sitting beside its token', async () => {
  const { login, id: personId } = await world.aPerson()
  const at = await world.signInAs(login)
  later(30)
  await at.post('/en/paper', { id: newId<string>(), 'signing-code': world.code() })
  const order = { login, label: 'test', scopes: ['complaints:write'], days: 7, now: clock.now }
  const token = await owner.begin((tx) => issueToken(tx, order as never))

  const answer = await at.post(
    '/api/v1/paper',
    {},
    {
      authorization: `Bearer ${token.ok ? token.value : ''}`,
      'idempotency-key': newId<string>(),
    },
  )

  expect(answer.statusCode).toBeGreaterThanOrEqual(400)
  expect(answer.body).toContain('accounts.signing.no-session')
  expect(await owner`select from signature where person_id = ${personId}`).toHaveLength(1)
})

it('keeps person, role, office, time and the hash of what was shown', async () => {
  const { login, id: personId } = await world.aPerson()
  const at = await world.signInAs(login)
  const id = newId<string>()
  later(30)

  const answer = await at.post('/en/paper', { id, 'signing-code': world.code() })

  expect(answer.statusCode).toBe(303)
  const hash = createHash('sha256').update(shown).digest()
  const [row] = await signedBy(id)
  expect(row).toMatchObject({
    record_type: 'paper',
    person_id: personId,
    role: 'complaints-officer',
    acting_for: null,
    signed_at: clock.now,
    meaning: 'paper.approve',
    shown_hash: hash,
    method: 'totp',
  })
  expect(isUuid(row?.office_id)).toBe(true)
  const [event] = await owner`select * from event where data ->> 'record' = ${id}`
  expect(event).toMatchObject({ type: 'person.signed', actor_id: personId, content_hash: hash })
  const record = { type: 'paper', id }
  const seen = await readAs(db, systemActor('test'), (tx) => listSignatures(tx, record))
  expect(seen).toMatchObject([{ role: 'complaints-officer', name: { en: login } }])
})

it('signs many things in one sitting, in this browser only and until it ends', async () => {
  const { login } = await world.aPerson()
  const at = await world.signInAs(login)
  const other = await world.signInAs(login)
  const ids = [newId<string>(), newId<string>(), newId<string>()]
  later(30)

  await at.post('/en/paper', { id: ids[0] ?? '', 'signing-code': world.code() })
  const inSitting = await at.post('/en/paper', { id: ids[1] ?? '' })
  const page = await at.get('/en/paper')
  const inOther = await other.post('/en/paper', { id: ids[2] ?? '' })
  later(15 * 60)
  const after = await at.post('/en/paper', { id: ids[2] ?? '' })

  expect(inSitting.statusCode).toBe(303)
  expect(page.body).not.toContain('signing-code')
  expect(inOther.body).toContain(refusals['code-missing'])
  expect(after.body).toContain(refusals['code-missing'])
  expect(await signedBy(ids[2] ?? '')).toHaveLength(0)
})

it('stops who guesses codes, though each refusal is undone', async () => {
  const { login } = await world.aPerson()
  const at = await world.signInAs(login)
  const answers = []
  for (let i = 0; i < 21; i += 1)
    answers.push(
      (await at.post('/en/paper', { id: newId<string>(), 'signing-code': '1' })).statusCode,
    )

  expect(answers.filter((status) => status === 422)).toHaveLength(20)
  expect(answers.at(-1)).toBe(429)
})

it('shows a code to the persons of a demonstration, and to nobody else', async () => {
  const demonstration = world.browser('demonstration')
  await demonstration.post('/en/sign-in/demonstration', { person: 'officer' })
  const { login } = await world.aPerson()
  const real = await world.signInAs(login, world.browser('demonstration'))
  const production = world.browser('production')
  production.cookies.set('s', demonstration.cookies.get('s') ?? '')

  const shownCode = /would now show (\d{6})/.exec((await demonstration.get('/en/paper')).body)?.[1]
  const id = newId<string>()
  const signed = await demonstration.post('/en/paper', { id, 'signing-code': shownCode ?? '' })

  expect(signed.statusCode).toBe(303)
  expect(await signedBy(id)).toHaveLength(1)
  later(16 * 60)
  expect((await real.get('/en/paper')).body).not.toContain('would now show')
  expect((await production.get('/en/paper')).body).toContain('signing-code')
  expect((await production.get('/en/paper')).body).not.toContain('would now show')
})

it('keeps a signature as it was given, whoever asks', async () => {
  for (const connection of [db, jobs]) {
    await expect(connection`update signature set role = 'x'`).rejects.toThrow('permission denied')
    await expect(connection`delete from signature`).rejects.toThrow('permission denied')
  }
})

it('lets nobody sign as somebody else, in a role not held, or as a job', async () => {
  const { id: personId } = await world.aPerson()
  const somebody = await world.aPerson()
  const officer = {
    kind: 'person',
    id: somebody.id,
    roles: officers,
    officeId: null,
    areas: null,
    agencyId: null,
  } as const
  const write = (actor: Parameters<typeof transact>[1], whose: string, role: string) =>
    transact(db, actor, async (tx) => {
      await tx`insert into signature (record_type, record_id, person_id, role, signed_at, meaning,
        shown_hash, method)
        values ('paper', uuidv7(), ${whose}, ${role}, now(), 'x', sha256('x'), 'totp')`
      return ok(null)
    })

  await expect(write(officer, personId, 'complaints-officer')).rejects.toThrow('row-level security')
  await expect(write(officer, officer.id, 'administrator')).rejects.toThrow('row-level security')
  await expect(write(systemActor('x'), personId, 'system')).rejects.toThrow('row-level security')
  await expect(write(publicActor, personId, 'public')).rejects.toThrow('row-level security')
  expect((await write(officer, officer.id, 'complaints-officer')).ok).toBe(true)
})
