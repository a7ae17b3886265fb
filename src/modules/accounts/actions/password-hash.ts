import { argon2, randomBytes, timingSafeEqual } from 'node:crypto'
import { promisify } from 'node:util'
import { normalisePassword } from '../rules/password.ts'

/** OWASP's choice for argon2id: 19 MiB, two passes, one lane. Kept with each hash. */
const cost = { memory: 19_456, passes: 2, parallelism: 1 } as const
const derive = promisify(argon2)

/** In the usual text form: `$argon2id$v=19$m=…,t=…,p=…$salt$hash`. */
export async function hashPassword(password: string): Promise<string> {
  const nonce = randomBytes(16)
  const hash = await derive('argon2id', { ...cost, ...inputs(password, nonce), tagLength: 32 })
  const { memory, passes, parallelism } = cost
  return `$argon2id$v=19$m=${memory},t=${passes},p=${parallelism}$${text(nonce)}$${text(hash)}`
}

/** Costs the same for a name that nobody has, so that time does not tell which names exist. */
export async function verifyPassword(kept: string | null, password: string): Promise<boolean> {
  const parsed = parse(kept ?? nobodysHash)
  const { expected, nonce, ...parameters } = parsed
  const hash = await derive('argon2id', {
    ...parameters,
    ...inputs(password, nonce),
    tagLength: expected.length,
  })
  return timingSafeEqual(hash, expected) && kept !== null
}

const nobodysHash = `$argon2id$v=19$m=${cost.memory},t=${cost.passes},p=${cost.parallelism}$${'A'.repeat(22)}$${'A'.repeat(43)}`

const inputs = (password: string, nonce: Buffer) => ({
  message: Buffer.from(normalisePassword(password), 'utf8'),
  nonce,
})

const text = (bytes: Buffer): string => bytes.toString('base64').replace(/=+$/, '')

function parse(kept: string) {
  const match = /^\$argon2id\$v=19\$m=(\d+),t=(\d+),p=(\d+)\$([\w+/]+)\$([\w+/]+)$/.exec(kept)
  if (!match) throw new Error('a password hash is not in the form that this program writes')
  const [, memory, passes, parallelism, nonce = '', expected = ''] = match
  return {
    memory: Number(memory),
    passes: Number(passes),
    parallelism: Number(parallelism),
    nonce: Buffer.from(nonce, 'base64'),
    expected: Buffer.from(expected, 'base64'),
  }
}
