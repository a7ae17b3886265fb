import { pino } from 'pino'
import { expect, it } from 'vitest'
import { useDatabase } from '../../tests/support/database.ts'
import { safeErrors, withoutValues } from './safe-error.ts'

const { db } = useDatabase()
const word = 'Zxqv of Takeo'

async function failure(work: () => unknown): Promise<unknown> {
  try {
    await work()
  } catch (error) {
    return error
  }
  throw new Error('nothing failed')
}

/** What a logger writes of an error, with its errors made safe or not. */
function logged(error: unknown, serializers: Partial<typeof safeErrors> = safeErrors): string {
  const lines: string[] = []
  const log = pino({ serializers }, { write: (line: string) => lines.push(line) })
  log.error({ err: error }, 'a request failed')
  return lines.join('')
}

const failures: [string, () => unknown][] = [
  [
    'a row that breaks a rule',
    () => db`insert into rate_limit (key, points) values (${word}, null)`,
  ],
  ['a value of the wrong type', () => db`select ${word}::text::uuid`],
  [
    'a key that is there twice',
    () => db`
    insert into rate_limit (key) select ${word} from generate_series(1, 2)`,
  ],
  ['JSON that cannot be read', () => JSON.parse(`{"story": ${word}}`)],
  ['an address that is none', () => new URL(`http://${word}`)],
  [
    'an error with things on it',
    () => {
      throw Object.assign(new Error('failed'), { row: word, cause: new SyntaxError(word) })
    },
  ],
]

it.each(failures)('logs of %s where it happened, and none of the words', async (_what, work) => {
  const error = await failure(work)

  expect(logged(error)).not.toContain('Zxqv')
  expect(logged(error)).toMatch(/"stack":" {4}at /)
  expect(`${withoutValues(error).stack}${withoutValues(error).message}`).not.toContain('Zxqv')
})

it('would else have logged them', async () => {
  expect(logged(await failure(failures[0]![1]), {})).toContain('Zxqv')
})

it('keeps by what somebody finds the fault', async () => {
  const error = await failure(
    () => db`
    insert into rate_limit (key) select ${word} from generate_series(1, 2)`,
  )

  expect(JSON.parse(logged(error)).err).toMatchObject({
    type: 'PostgresError',
    code: '23505',
    severity: 'ERROR',
    table: 'rate_limit',
    constraint: 'rate_limit_pkey',
  })
  expect(JSON.parse(logged(new TypeError('no such function'))).err.message).toBe('no such function')
})
