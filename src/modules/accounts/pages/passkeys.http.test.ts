import { beforeAll, expect, it } from 'vitest'
import { hiddenFields, useSignIn } from '../../../../tests/support/account-browser.ts'
import { loadRules } from '../../law/index.ts'

const world = useSignIn()
const { owner, later } = world
beforeAll(() => owner.begin(loadRules))

const host = { host: 'work.example' }
const anAnswer = JSON.stringify({ id: 'x', rawId: 'x', type: 'public-key', response: {} })

it('is offered to nobody who has not signed in', async () => {
  const { headers } = await world.browser().get('/en/account/passkeys')

  expect(headers.location).toContain('/en/sign-in')
})

it('is not added without the second factor, nor with an answer to no question of ours', async () => {
  const { login, id } = await world.aPerson()
  const at = await world.signInAs(login)
  const question = hiddenFields((await at.get('/en/account/passkeys')).body, '/en/account/passkeys')
  const form = { ...question, label: 'Phone', passkey: anAnswer }
  const without = await at.post('/en/account/passkeys', form, host)
  later(30)
  const code = { 'signing-code': world.code() }

  const made = await at.post('/en/account/passkeys', { ...form, ...code, submission: '' }, host)
  const forged = await at.post('/en/account/passkeys', {
    ...{ ...code, label: 'Phone', passkey: anAnswer, 'passkey-question': 'AAAA' },
  })

  expect(without.body).toContain('Enter the six-digit code')
  expect(made.body).toContain('could not be read')
  expect(forged.body).toContain('could not be read')
  expect(await owner`select from passkey where person_id = ${id}`).toHaveLength(0)
})

it('opens no session with an answer that belongs to nobody, and is counted as a try', async () => {
  const { login, id } = await world.aPerson()
  await owner`insert into passkey (person_id, credential_id, public_key, counter, transports, label,
    made_at) values (${id}, ${`key-of-${login}`}, 'x', 0, '{}', 'Phone', now())`
  const at = world.browser()
  await at.post('/en/sign-in', { login, password: 'rain on the tin roof' })
  const passkey = JSON.stringify({ ...JSON.parse(anAnswer), id: `key-of-${login}` })

  expect((await at.get('/en/sign-in/code')).body).toContain('data-passkey="use"')
  const answer = await at.post('/en/sign-in/code', { passkey, 'passkey-question': 'AAAA' })

  expect(answer.statusCode).toBe(422)
  expect((await at.get('/en/account')).headers.location).toContain('/en/sign-in')
  const [session] = await owner`select code_attempts from session where person_id = ${id}`
  expect(session).toEqual({ code_attempts: 1 })
})
