import { networkOf } from '../network.ts'
import type { Try } from './limits.ts'
import type { Doors } from './pages.ts'
import type { Reply, ShowRoute, SubmitRoute, Visit } from './route.ts'

/**
 * Counts a try by the address, and by what was typed where the route or the house says so. It is
 * counted before it is made, so that tries at the same moment all count; where only those that fail
 * are to count, a right one is taken back afterwards.
 */
export async function countTry(
  { limit, alsoLimit, onlyFailuresCount }: SubmitRoute,
  { limits, deps }: Doors,
  visit: Visit,
): Promise<Try> {
  const tries = limit ? [await limits.take(limit, networkOf(visit.ip))] : []
  for (const by of [...(alsoLimit ? [alsoLimit] : []), ...(deps.everyForm ?? [])]) {
    const who = by.who(visit)
    if (who !== null) tries.push(await limits.take(by.limit, who))
  }
  return {
    wait: Math.max(0, ...tries.map(({ wait }) => wait)),
    async giveBack() {
      if (!onlyFailuresCount) return
      for (const each of tries) await each.giveBack()
    },
  }
}

/** Counted before it is made, like a try; taken back where there was something to show. */
export async function countLook(
  { limit, missLimit }: ShowRoute,
  { limits }: Doors,
  { ip }: Visit,
): Promise<Try> {
  const looked = limit ? await limits.take(limit, networkOf(ip)) : free
  const missed = missLimit ? await limits.take(missLimit, networkOf(ip)) : free
  return { wait: Math.max(looked.wait, missed.wait), giveBack: missed.giveBack }
}

const free: Try = { wait: 0, giveBack: async () => {} }

export const isMissing = (answer: Reply): boolean =>
  answer.kind === 'not-found' || (answer.kind === 'page' && answer.status === 404)
