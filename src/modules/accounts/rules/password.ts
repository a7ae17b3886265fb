import { ok, type Result, refuse } from '../../../kernel/result.ts'

export type PasswordRefusal = 'password-short' | 'password-long' | 'password-common'

const shortestPassword = 12
const longestPassword = 200

/** The same letters give the same password, however the keyboard put them together. */
export const normalisePassword = (typed: string): string => typed.normalize('NFKC')

/** Length protects better than odd signs, and what everybody tries first protects nobody. */
export function checkPassword(
  typed: string,
  about: { readonly login: string },
): Result<string, PasswordRefusal> {
  const password = normalisePassword(typed)
  const length = [...password].length
  if (length < shortestPassword) return refuse('password-short')
  if (length > longestPassword) return refuse('password-long')
  if (isCommon(password, about.login)) return refuse('password-common')
  return ok(password)
}

function isCommon(password: string, login: string): boolean {
  const plain = password.toLowerCase().replace(/[^\p{L}\p{M}\p{N}]/gu, '')
  const own = login.length < 3 ? [] : [login.replace(/[^a-z0-9]/g, '')]
  const left = [...own, ...commonParts].reduce((text, part) => text.replaceAll(part, ''), plain)
  return new Set(plain).size < 5 || left.length < 5 || /^\d*$/.test(left)
}

/** What lists of broken passwords are made of; a password needs more than these and digits. */
const commonParts = [
  'password',
  'passw0rd',
  'p4ssw0rd',
  'motdepasse',
  'qwertyuiop',
  'qwerty',
  'azerty',
  'asdfghjkl',
  'asdfgh',
  'zxcvbnm',
  'zxcvbn',
  '1q2w3e4r5t',
  '1q2w3e4r',
  'q1w2e3r4',
  'qazwsxedc',
  'qazwsx',
  'abcdefgh',
  'abcdef',
  'abcd',
  'iloveyou',
  'letmein',
  'welcome',
  'administrator',
  'admin',
  'changeme',
  'secret',
  'ministry',
  'labour',
  'labor',
  'cambodia',
  'kampuchea',
  'khmer',
  'phnompenh',
  'angkorwat',
  'angkor',
  'migrant',
  'become',
  'dragon',
  'monkey',
  'football',
  'sunshine',
  'princess',
]
