import postgres from 'postgres'
import type { Actor } from '../kernel/actor.ts'
import type { Result } from '../kernel/result.ts'

/** Inside a transaction. Every writing function asks for one, so none can forget it. */
export type Tx = postgres.TransactionSql<Types>
export type Db = postgres.Sql<Types>
type Types = { bigint: bigint }

/** One pool; bigint columns arrive as bigint, dates as text, so that no value loses anything. */
export const connect = (url: string, { max = 10, name = 'become', timeout = 15_000 } = {}): Db =>
  postgres(url, {
    max,
    onnotice: () => {},
    connection: {
      application_name: name,
      statement_timeout: timeout,
      // Planning one of our statements takes longer than running it: plan once, for any value.
      plan_cache_mode: 'force_generic_plan',
    },
    types: {
      bigint: postgres.BigInt,
      // A legal day stays the text 'YYYY-MM-DD'; the driver would make it an instant.
      date: {
        to: 1082,
        from: [1082],
        serialize: (day: string) => day,
        parse: (day: string) => day,
      },
      instant: {
        to: 1184,
        from: [1114, 1184],
        serialize: writing((at: Date | string) =>
          at instanceof Date && !Number.isNaN(at.getTime()) ? at.toISOString() : String(at),
        ),
        parse: (at: string) => new Date(at),
      },
      json: {
        to: 114,
        from: [114, 3802],
        serialize: writing((value: unknown) => JSON.stringify(value)),
        parse: (text: string) => JSON.parse(text),
      },
      bytea: {
        to: 17,
        from: [17],
        serialize: writing((bytes: Uint8Array) => `\\x${Buffer.from(bytes).toString('hex')}`),
        parse: (text: string) => Buffer.from(text.slice(2), 'hex'),
      },
    },
    transform: { undefined: new Date(Number.NaN) },
  }) as unknown as Db

/**
 * Where a value cannot be written the driver fails on this side, and while another question is
 * under way on the same connection both then wait for ever, and the connection with them (3.4.9).
 * So nothing fails here: what cannot be written, or is missing, goes as something that no type of
 * the server takes, and the server refuses it.
 */
const writing =
  <T>(write: (value: T) => string | undefined) =>
  (value: T): string => {
    try {
      return write(value) ?? unwritable
    } catch {
      return unwritable
    }
  }
const unwritable = '\\x cannot be written'

class Undo extends Error {
  readonly result: unknown
  constructor(result: unknown) {
    super('refused')
    this.result = result
  }
}

/**
 * Tells the database who acts, for this transaction only: row-level security reads it. It is sent
 * at once, so that what is asked next need not wait for the answer: a connection works in order,
 * and after a failure refuses the rest.
 */
export async function setActor(tx: Tx, actor: Actor): Promise<void> {
  await tx`select
    set_config('become.actor_kind', ${actor.kind}, true),
    set_config('become.actor_id', ${actor.id}, true),
    set_config('become.agency_id', ${actor.agencyId ?? ''}, true),
    set_config('become.areas', ${actor.areas === null ? '*' : actor.areas.join(',')}, true),
    set_config('become.roles', ${actor.roles.join(',')}, true)`.execute()
}

/** Runs the work in one transaction as this actor; a refusal undoes whatever it had written. */
export async function transact<T, R>(
  db: Db,
  actor: Actor,
  work: (tx: Tx) => Promise<Result<T, R>>,
): Promise<Result<T, R>> {
  try {
    const done = await db.begin(async (tx) => {
      const [, result] = await Promise.all([setActor(tx, actor), work(tx)])
      if (!result.ok) throw new Undo(result)
      return result
    })
    return done as Result<T, R>
  } catch (error) {
    if (error instanceof Undo) return error.result as Result<T, R>
    throw error
  }
}

/** Reads as this actor, in a transaction of its own that cannot write. */
export async function readAs<T>(db: Db, actor: Actor, work: (tx: Tx) => Promise<T>): Promise<T> {
  const value = await db.begin('isolation level repeatable read read only', async (tx) => {
    const [, value] = await Promise.all([setActor(tx, actor), work(tx)])
    return value
  })
  return value as T
}
