import postgres from 'postgres'
import { type Actor, publicActor } from '../kernel/actor.ts'
import type { Result } from '../kernel/result.ts'
import { type Line, type Lines, makeLines } from './lines.ts'

/** Inside a transaction. Every writing function asks for one, so none can forget it. */
export type Tx = postgres.TransactionSql<Types>
export type Db = postgres.Sql<Types>
type Types = { bigint: bigint }

type Pool = {
  readonly max?: number
  readonly name?: string
  readonly timeout?: number
  /** Milliseconds after which a waiting transaction gets one of the lines beyond the fewest. */
  readonly patience?: number
}

/**
 * A pool for single statements, and as many lines for transactions, each opened when needed. Bigint
 * columns arrive as bigint, dates as text, so that no value loses anything.
 */
export function connect(url: string, pool: Pool = {}): Db {
  const { max = 10, patience } = pool
  const settings = settingsOf(pool)
  const db = postgres(url, { ...settings, max }) as unknown as Db
  const openLine = (onclose: () => void) =>
    postgres(url, { ...settings, max: 1, max_lifetime: null, onclose }) as unknown as Db
  const lines = makeLines(openLine, { most: max, patience })
  linesOf.set(db, lines)
  const forAnybody = { ...settings, connection: { ...settings.connection, ...asAnybody } }
  const openPublic = (onclose: () => void) =>
    postgres(url, { ...forAnybody, max: 1, max_lifetime: null, onclose }) as unknown as Db
  const publicLines = makeLines(openPublic, { most: max, patience })
  publicLinesOf.set(db, publicLines)
  const endPool = db.end
  const end: Db['end'] = async (how) => {
    await Promise.all([lines.end(how), publicLines.end(how), endPool(how)])
  }
  return Object.assign(db, { end })
}
const linesOf = new WeakMap<Db, Lines>()
const publicLinesOf = new WeakMap<Db, Lines>()
const nobodys = new WeakSet<Tx>()

/**
 * A session that belongs to nobody for as long as it lives, and cannot write. The driver leaves out
 * what is empty: no agency; and no area is named by a word that is none.
 */
const asAnybody = {
  'become.actor_kind': 'public',
  'become.actor_id': 'public',
  'become.areas': 'none',
  'become.roles': 'public',
  default_transaction_read_only: true,
}

const settingsOf = ({ name = 'become', timeout = 15_000 }: Pool) => ({
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
      parse: instantOf,
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
})

/** The server writes UTC as `+00`; in the standard's own form it is read three times as quickly. */
const instantOf = (at: string): Date =>
  new Date(at.endsWith('+00') ? `${at.slice(0, 10)}T${at.slice(11, -3)}Z` : at)

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

/** True for a pool, from which transactions come; false for a transaction. */
export const isPool = (db: Db | Tx): boolean => linesOf.has(db as Db)

/**
 * Tells the database who acts, for this transaction only: row-level security reads it. It is sent
 * at once, so that what is asked next need not wait for the answer: a connection works in order,
 * and after a failure refuses the rest.
 */
export async function setActor(tx: Tx, actor: Actor): Promise<void> {
  // Outside a transaction it would be forgotten before the next question.
  if (nobodys.has(tx)) throw new Error('a session of nobody acts for nobody else')
  await tx`select
    set_config('become.actor_kind', ${actor.kind}, true),
    set_config('become.actor_id', ${actor.id}, true),
    set_config('become.agency_id', ${actor.agencyId ?? ''}, true),
    set_config('become.areas', ${actor.areas === null ? '*' : actor.areas.join(',')}, true),
    set_config('become.office_id', ${actor.officeId ?? ''}, true),
    set_config('become.roles', ${actor.roles.join(',')}, true),
    set_config('become.case_person', ${actor.casePerson ?? ''}, true)`.execute()
}

/** Runs the work in one transaction as this actor; a refusal undoes whatever it had written. */
export const transact = <T, R>(
  db: Db,
  actor: Actor,
  work: (tx: Tx) => Promise<Result<T, R>>,
): Promise<Result<T, R>> =>
  carryOut(db, {
    ...{ actor, work, begin: 'begin' },
    async end(line, result) {
      if (!result.ok) return undo(line)
      const { command } = await line.sql.unsafe('commit')
      // An error that the work kept to itself: the server undid everything.
      if (command !== 'COMMIT') throw new Error('a statement failed, nothing was written')
    },
  })

/**
 * Reads as this actor, in a transaction of its own that cannot write. What everybody may read is
 * asked on a session of nobody's, each statement by itself: a page is then made of moments a
 * millisecond apart, and costs the database a third less.
 */
export const readAs = <T>(db: Db, actor: Actor, work: (tx: Tx) => Promise<T>): Promise<T> =>
  actor === publicActor
    ? readAsAnybody(db, work)
    : carryOut(db, {
        ...{ actor, work, begin: 'begin isolation level repeatable read read only' },
        // Nobody waits for the end of what has only read.
        async end({ sql }) {
          sql.unsafe('commit').catch(() => {})
        },
      })

async function readAsAnybody<T>(db: Db, work: (tx: Tx) => Promise<T>): Promise<T> {
  const lines = publicLinesOf.get(db)
  if (!lines) throw new Error('reading needs a database from connect()')
  const line = await lines.take()
  try {
    const tx = openTx(line)
    nobodys.add(tx)
    const value = await run(work, tx)
    line.close()
    lines.give(line)
    return value
  } catch (error) {
    line.close()
    // A connection that was ended says so before it is gone: nobody else is to meet that.
    await stillAnswers(line).then(
      () => lines.give(line),
      () => lines.lose(line),
    )
    throw error
  }
}

const stillAnswers = async ({ sql, lost }: Line): Promise<void> => {
  if (!lost) await sql.unsafe('select 1')
}

type Transaction<T> = {
  readonly begin: string
  readonly actor: Actor
  readonly work: (tx: Tx) => Promise<T>
  readonly end: (line: Line, value: T) => Promise<void>
}

/**
 * Everything is sent at once and in order: the beginning, who acts, and what the work asks first.
 * If the beginning or the actor was refused, all of it is.
 */
async function carryOut<T>(db: Db, { begin, actor, work, end }: Transaction<T>): Promise<T> {
  const lines = linesOf.get(db)
  if (!lines) throw new Error('transactions need a database from connect()')
  const line = await lines.take()
  const tx = openTx(line)
  try {
    const [, value] = await Promise.all([opened(line, { begin, actor, tx }), run(work, tx)])
    line.close()
    if (line.lost) throw new Error('the connection was lost in the middle of a transaction')
    await end(line, value)
    lines.give(line)
    return value
  } catch (error) {
    line.close()
    await undo(line).then(
      () => lines.give(line),
      () => lines.lose(line),
    )
    throw error
  }
}

function opened(line: Line, { begin, actor, tx }: Opening): Promise<unknown> {
  const begun = line.sql.unsafe(begin).execute()
  return Promise.all([begun, setActor(tx, actor)])
}
type Opening = { readonly begin: string; readonly actor: Actor; readonly tx: Tx }

const run = async <T>(work: (tx: Tx) => Promise<T>, tx: Tx): Promise<T> => work(tx)

const undo = async ({ sql, lost }: Line): Promise<void> => {
  if (!lost) await sql.unsafe('rollback')
}

/**
 * Closed before its line goes to somebody else, for what comes late must not be asked as them. A
 * proxy without traps leaves the place that asked in an error's stack.
 */
function openTx(line: Line): Tx {
  const { proxy, revoke } = Proxy.revocable(line.sql, {})
  line.close = revoke
  return proxy as unknown as Tx
}
