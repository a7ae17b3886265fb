import { cpus } from 'node:os'
import { backup } from './backup.ts'
import { documents } from './documents.ts'
import { hangup } from './hangup.ts'
import { imports } from './imports.ts'
import { ledger } from './ledger.ts'
import { links } from './links.ts'
import { lookup } from './lookup.ts'
import { memory } from './memory.ts'
import { search } from './search.ts'
import { submit } from './submit.ts'
import type { Bench, Line } from './support/bench.ts'
import { busyWithOthers } from './support/cpu.ts'
import { limits } from './support/limits.ts'
import { tableOf } from './support/table.ts'
import { makeWorld } from './support/world.ts'
import { tokens } from './tokens.ts'
import { uploads } from './uploads.ts'
import { worklist } from './worklist.ts'

// npm run bench -- [NAME]: a table while it runs, and everything as JSON at the end.
const benches: readonly Bench[] = [
  lookup,
  search,
  submit,
  hangup,
  memory,
  worklist,
  uploads,
  backup,
  documents,
  ledger,
  imports,
  tokens,
  links,
]
const [name] = process.argv.slice(2)
const scale = Number(process.env.BENCH_SCALE ?? 0.1)
const chosen = benches.filter((bench) => !name || bench.name === name)

if (chosen.length === 0 || !(scale > 0 && scale <= 1)) {
  console.error(`Benches: ${benches.map((bench) => bench.name).join(', ')}. BENCH_SCALE: up to 1.`)
  process.exit(1)
}

/** The worklist grows to its full size by itself, to compare with a tenth; the ledger needs few cases. */
function casesOf(bench: Bench): number {
  if (bench === ledger) return 1_000
  return Math.round(100_000 * scale) / (bench === worklist ? 10 : 1)
}

const say = (text: string) => console.error(text)
const full = scale === 1
const results: Record<string, readonly Line[]> = {}
const others: Record<string, number> = {}
for (const bench of chosen) {
  const cases = casesOf(bench)
  others[bench.name] = await busyWithOthers()
  say(`${bench.name}: others use ${others[bench.name]?.toFixed(1)} of ${cpus().length} processors`)
  say(`${bench.name}: filling ${cases} cases`)
  const world = await makeWorld({ agencies: Math.round(2_000 * scale), cases }, say)
  try {
    const run = { world, full, seconds: full ? 10 : 4, rounds: 3, say }
    for (const each of results.limits ? [bench] : [limits, bench]) {
      results[each.name] = await each.run(run)
      say(tableOf(each.name, results[each.name] ?? []))
    }
  } finally {
    await world.stop()
  }
}

const machine = { processors: cpus().length, model: cpus()[0]?.model, node: process.version }
console.log(
  JSON.stringify({ at: new Date().toISOString(), scale, machine, others, results }, null, 2),
)
const missed = Object.values(results)
  .flat()
  .filter(({ met }) => met === false)
say(missed.length === 0 ? 'Every target is met.' : `${missed.length} targets are not met.`)
