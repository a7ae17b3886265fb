import type { CommandDeps } from '../commands.ts'
import {
  createFirstAdministrator,
  type FirstAdministratorRefusal,
} from '../modules/accounts/index.ts'
import { transactAsOwner } from './as-owner.ts'
import type { Ask } from './ask.ts'

/**
 * `npm run admin -- [LOGIN] [KHMER NAME] [LATIN NAME]`: the first administrator. What is not given
 * is asked; the password is always asked, since a command line can be read by others.
 */
export async function makeAdministrator(
  { db, now, say, config }: CommandDeps,
  words: readonly string[],
  ask: Ask,
): Promise<number> {
  const login = words[0] ?? (await ask('Name to sign in with (small Latin letters)'))
  const km = words[1] ?? (await ask('Name in Khmer'))
  const en = words[2] ?? (await ask('Name in Latin letters'))
  const password = await ask('Password (at least 12 characters)', { hidden: true })
  if (password !== (await ask('The same password again', { hidden: true }))) {
    say('The two passwords differ: nothing was made.')
    return 1
  }
  const made = await transactAsOwner(db, (tx) =>
    createFirstAdministrator(tx, { login, km, en, password, now }),
  )
  say(made.ok ? `${login} may sign in at ${config.publicUrl}/sign-in.` : sentences[made.refusal])
  return made.ok ? 0 : 1
}

const sentences: Readonly<Record<FirstAdministratorRefusal, string>> = {
  'administrator-exists':
    'There is an administrator already: further ones are made by that one, in the program.',
  'login-not-understood':
    'The name to sign in with may hold small Latin letters, digits, dots, hyphens and underscores.',
  'login-taken': 'Somebody has this name already: choose another.',
  'name-missing': 'Both names are needed: in Khmer and in Latin letters.',
  'password-short': 'The password is too short: 12 characters or more.',
  'password-long': 'The password is too long: 200 characters at most.',
  'password-common': 'This password is among the first that others would try: choose another.',
}
