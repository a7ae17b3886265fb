import type { Db } from './db.ts'

/** One connection, for one transaction at a time; what is sent on it is carried out in order. */
export type Line = {
  readonly sql: Db
  readonly since: number
  /** The connection is gone, and whatever was under way on it. */
  lost: boolean
  /** Ends the access of whoever has it now. */
  close(): void
}
type Ending = { readonly timeout?: number | undefined }

const oldest = 45 * 60_000
const lostForGood = () => new Error('the database connections were closed')

/**
 * The connections that transactions run on. The driver's own way of lending one waits for the
 * answer to `begin`; its `reserve` forgets who waits when a connection breaks (3.4.9). Here a line
 * that broke is thrown away and never connects again, so that nothing is asked outside its
 * transaction.
 */
export function makeLines(open: (onclose: () => void) => Db, most: number) {
  const all = new Set<Line>()
  const free: Line[] = []
  const waiting: PromiseWithResolvers<Line>[] = []
  let ending: PromiseWithResolvers<void> | null = null

  function addLine(): Line {
    const sql = open(() => lose(line))
    const line: Line = { sql, since: performance.now(), lost: false, close: () => {} }
    all.add(line)
    return line
  }

  /** Whoever waits gets another one. */
  function remove(line: Line, how: Ending): void {
    if (!all.delete(line)) return
    const place = free.indexOf(line)
    if (place >= 0) free.splice(place, 1)
    line.sql.end({ timeout: how.timeout ?? 5 }).catch(() => {})
    const next = ending ? undefined : waiting.shift()
    next?.resolve(addLine())
    if (all.size === 0) ending?.resolve()
  }

  function lose(line: Line): void {
    line.lost = true
    line.close()
    remove(line, { timeout: 0 })
  }

  return {
    async take(): Promise<Line> {
      if (ending) throw lostForGood()
      // The one used last has its statements and the server's caches warm.
      const line = free.pop()
      if (line) return line
      if (all.size < most) return addLine()
      const wait = Promise.withResolvers<Line>()
      waiting.push(wait)
      return wait.promise
    },
    /** Its last statement need only have been sent. */
    give(line: Line): void {
      if (line.lost) return
      const isOld = performance.now() - line.since > oldest
      if (ending || isOld) remove(line, {})
      else if (waiting.length > 0) waiting.shift()?.resolve(line)
      else free.push(line)
    },
    lose,
    /** Waits for the transactions under way, at most so many seconds. */
    async end({ timeout }: Ending = {}): Promise<void> {
      if (ending) return ending.promise
      ending = Promise.withResolvers<void>()
      for (const wait of waiting.splice(0)) wait.reject(lostForGood())
      for (const line of [...free]) remove(line, {})
      if (all.size === 0) ending.resolve()
      if (timeout === undefined) return ending.promise
      const hard = setTimeout(() => {
        for (const line of [...all]) lose(line)
      }, timeout * 1000)
      await ending.promise
      clearTimeout(hard)
    },
  }
}
export type Lines = ReturnType<typeof makeLines>
