import type { CommandDeps } from '../commands.ts'
import { apiScopes, demonstrationPersons, issueToken } from '../modules/accounts/index.ts'
import { transactAsOwner } from './as-owner.ts'

/** `npm run token -- PERSON`: prints an API token of a demonstration person, for thirty days. */
export async function printToken(
  { db, now, say, config }: CommandDeps,
  [login]: readonly string[],
): Promise<number> {
  if (config.mode === 'production') {
    say('Only for the persons of a demonstration: in production everybody makes their own tokens.')
    return 1
  }
  const logins = demonstrationPersons.map((person) => person.login)
  if (!login || !logins.includes(login)) {
    say(`npm run token -- PERSON, where PERSON is one of ${logins.join(', ')}.`)
    return 1
  }
  const order = { login, label: 'npm run token', scopes: apiScopes, days: 30, now }
  const made = await transactAsOwner(db, (tx) => issueToken(tx, order))
  say(made.ok ? made.value : sentences[made.refusal])
  return made.ok ? 0 : 1
}

const sentences = {
  'no-such-person': 'This person is not in the database: start the demonstration once.',
  'too-many-tokens':
    'This person has as many tokens as are allowed: revoke one on the account page.',
} as const
