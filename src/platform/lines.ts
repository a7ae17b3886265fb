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
/** `atOnce`: it may have a line while fewer than so many are used. */
type Waiting = PromiseWithResolvers<Line> & { atOnce: number; readonly timer: NodeJS.Timeout }

const oldest = 45 * 60_000
const lostForGood = () => new Error('the database connections were closed')

/**
 * So many transactions at once keep two processors busy; more only take turns, and both sides spend
 * more on each. Whoever has waited for so many milliseconds gets one of the others.
 */
export const fewest = 5
const patienceMs = 50

/** Who waits for a line, the first to come first. */
function makeQueue(lend: (atOnce: number) => Line | null, { most, patience }: Bounds) {
  const waiting = new Set<Waiting>()

  function serve(): void {
    for (const first of waiting) {
      const line = lend(first.atOnce)
      if (!line) return
      clearTimeout(first.timer)
      waiting.delete(first)
      first.resolve(line)
    }
  }

  return {
    serve,
    take(): Line | Promise<Line> {
      const line = waiting.size === 0 ? lend(fewest) : null
      if (line) return line
      const timer = setTimeout(() => {
        wait.atOnce = most
        serve()
      }, patience)
      const wait: Waiting = { ...Promise.withResolvers<Line>(), atOnce: fewest, timer }
      waiting.add(wait)
      return wait.promise
    },
    refuse(error: Error): void {
      for (const wait of waiting) {
        clearTimeout(wait.timer)
        wait.reject(error)
      }
      waiting.clear()
    },
  }
}
type Opener = (onclose: () => void) => Db
type Settings = { readonly most: number; readonly patience?: number | undefined }
type Bounds = { readonly most: number; readonly patience: number }

/**
 * The connections that transactions run on. The driver's own way of lending one waits for the
 * answer to `begin`; its `reserve` forgets who waits when a connection breaks (3.4.9). Here a line
 * that broke is thrown away and never connects again, so that nothing is asked outside its
 * transaction.
 */
export function makeLines(open: Opener, { most, patience = patienceMs }: Settings) {
  const all = new Set<Line>()
  const free: Line[] = []
  const queue = makeQueue(lend, { most, patience })
  let ending: PromiseWithResolvers<void> | null = null

  function addLine(): Line {
    const sql = open(() => lose(line))
    const line: Line = { sql, since: performance.now(), lost: false, close: () => {} }
    all.add(line)
    return line
  }

  function remove(line: Line, how: Ending): void {
    if (!all.delete(line)) return
    const place = free.indexOf(line)
    if (place >= 0) free.splice(place, 1)
    line.sql.end({ timeout: how.timeout ?? 5 }).catch(() => {})
    queue.serve()
    if (all.size === 0) ending?.resolve()
  }

  /** The one used last has its statements and the server's caches warm. */
  function lend(atOnce: number): Line | null {
    const used = all.size - free.length
    if (ending || used >= Math.min(atOnce, most)) return null
    return free.pop() ?? addLine()
  }

  function lose(line: Line): void {
    line.lost = true
    line.close()
    remove(line, { timeout: 0 })
  }

  return {
    async take(): Promise<Line> {
      if (ending) throw lostForGood()
      return queue.take()
    },
    /** Its last statement need only have been sent. */
    give(line: Line): void {
      if (line.lost) return
      const isOld = performance.now() - line.since > oldest
      if (ending || isOld) remove(line, {})
      else free.push(line)
      queue.serve()
    },
    lose,
    /** Waits for the transactions under way, at most so many seconds. */
    async end({ timeout }: Ending = {}): Promise<void> {
      if (ending) return ending.promise
      ending = Promise.withResolvers<void>()
      queue.refuse(lostForGood())
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
