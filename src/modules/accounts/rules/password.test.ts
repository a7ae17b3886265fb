import { expect, it } from 'vitest'
import { checkPassword } from './password.ts'

const outcome = (password: string) => {
  const result = checkPassword(password, { login: 'sokha' })
  return result.ok ? 'accepted' : result.refusal
}

it.each([
  ['', 'password-short'],
  ['short enough', 'accepted'],
  ['eleven char', 'password-short'],
  ['៥តួ', 'password-short'],
  ['x'.repeat(201), 'password-long'],
  ['aaaaaaaaaaaaaa', 'password-common'],
  ['121212121212121', 'password-common'],
  ['password123456', 'password-common'],
  ['Password!2026!', 'password-common'],
  ['Cambodia-2026-Khmer', 'password-common'],
  ['administrator1', 'password-common'],
  ['qwertyuiop123', 'password-common'],
  ['Sokha-password-1', 'password-common'],
  ['202611231234', 'password-common'],
  ['rain on the tin roof', 'accepted'],
  ['ភ្លៀងធ្លាក់លើដំបូលស័ង្កសី', 'accepted'],
  ['kdei-bopha-9-trey', 'accepted'],
])('%j is %s', (password, expected) => {
  expect(outcome(password)).toBe(expected)
})

it('takes the same letters for the same password, however they were composed', () => {
  const apart = checkPassword('cafe\u0301 au lait noir', { login: 'sokha' })
  const together = checkPassword('caf\u00e9 au lait noir', { login: 'sokha' })

  expect(apart).toEqual(together)
})
