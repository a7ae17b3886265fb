import { nameOf } from './support/agency-rows.ts'
import { atMost, type Bench, line } from './support/bench.ts'
import { runScript } from './support/child.ts'
import { median } from './support/quantile.ts'
import type { Kept, Steady } from './support/steady.ts'

const perSecond = 100

/** Searches that no cache knows: names in both scripts, misspelt, numbers, telephones, pages. */
export const search: Bench = {
  name: 'search',
  async run({ world, seconds, rounds }) {
    const kept: Kept[] = []
    for (let round = 0; round < rounds; round++) {
      const paths = searches(perSecond * seconds, world.size.agencies, round)
      const steady: Steady = { url: world.url, perSecond, seconds, paths }
      kept.push(await runScript<Kept>('steady.ts', steady))
    }
    const failed = kept.reduce((sum, one) => sum + one.failed, 0)
    const of = (figure: 'p50' | 'p95' | 'p99') => median(kept.map((one) => one[figure]))
    return [
      line('search at 100 a second, p50', of('p50'), 'ms'),
      atMost('search at 100 a second, p95', of('p95'), { unit: 'ms', target: 25 }),
      line('search at 100 a second, p99', of('p99'), 'ms'),
      atMost('searches that failed', failed, { unit: '', target: 0 }),
    ]
  },
}

function searches(count: number, agencies: number, round: number): string[] {
  return Array.from({ length: count }, (_, turn) => {
    const number = (turn * 7919 + round * 104_729) % agencies
    const question = askedAs(number, turn)
    return `/agencies?q=${encodeURIComponent(question)}&n=${round}-${turn}`
  })
}

function askedAs(number: number, turn: number): string {
  const { km, en } = nameOf(number)
  const place = 2 + (turn % 6)
  const forms = [
    km,
    en,
    en.toUpperCase(),
    en.slice(0, place) + en.slice(place + 1),
    `B-${String(number).padStart(5, '0')}`,
    `012 ${String(200_000 + number)}`,
    `agency-${number}.example`,
    en.split(' ').slice(0, 2).join(' '),
  ]
  return forms[turn % forms.length] ?? en
}
