import { randomInt } from 'node:crypto'
import { inflateSync } from 'node:zlib'
import type { Day } from '../src/kernel/days.ts'
import { readSigned } from '../src/kernel/tokens/cose.ts'
import { decodeList, statusAt, statusNumbers } from '../src/kernel/tokens/status-list.ts'
import type { Token } from '../src/kernel/tokens/token.ts'
import { databaseUrls } from '../src/platform/database-urls.ts'
import { connect } from '../src/platform/db.ts'
import { qrSvg } from '../src/platform/documents/qr.ts'
import { signTokens, tokenAddress } from '../src/platform/tokens/sign-token.ts'
import { signStatuses } from '../src/platform/tokens/status-list.ts'
import { publishStatusList } from '../src/platform/tokens/status-source.ts'
import { makeVault } from '../src/platform/vault/vault.ts'
import { statusSources } from '../src/status-sources.ts'
import { atLeast, atMost, type Bench, type Line, line } from './support/bench.ts'
import { masterKey, type World } from './support/world.ts'

const statuses = 1_000_000
const licences = 1_000

/** Codes signed, and the list of how a million of them stand. */
export const tokens: Bench = {
  name: 'tokens',
  async run({ world }) {
    const vault = makeVault(masterKey)
    return [
      ...(await signAll(world, vault)),
      ...[1, 10, 100].map((percent) => sizeOf(vault, percent)),
      await publishAll(world, vault),
    ]
  },
}
type Vault = ReturnType<typeof makeVault>

const aToken = (place: number): Token => ({
  ...{ kind: 'licence', number: `BENCH-${place}`, destination: 'TH', sector: 'general', place },
  names: { km: `ភ្នាក់ងារគំរូ ${place}`, en: `Sample Agency ${place} (Bench)` },
  ...{ from: '2025-01-01' as Day, to: '2027-12-31' as Day, issuedOn: '2026-11-20' as Day },
})

/** Signed and drawn, as for a sheet to print. */
async function signAll({ db }: World, vault: Vault): Promise<Line[]> {
  const all = Array.from({ length: licences }, (_, place) => aToken(place))
  const from = performance.now()
  const texts = await signTokens(db, vault, all)
  const signed = performance.now()
  for (const text of texts) await qrSvg(tokenAddress(text), 'M')
  const drawn = performance.now()
  const perMinute = (took: number) => Math.round((licences / took) * 60_000)
  return [
    atLeast('licences signed a minute', perMinute(signed - from), { unit: '', target: 1_000 }),
    line('the same, with their QR codes drawn', perMinute(drawn - from), ''),
  ]
}

/** So many of a hundred do not hold, each for a reason by chance: what cannot be guessed is large. */
function sizeOf(vault: Vault, percent: number): Line {
  const bad = Object.values(statusNumbers).filter((number) => number !== statusNumbers.valid)
  const all = Uint8Array.from({ length: statuses }, () =>
    randomInt(100) < percent ? (bad[randomInt(bad.length)] ?? 0) : statusNumbers.valid,
  )
  const list = signStatuses(all, { vault, key: 1, at: new Date() })
  const claims = decodeList(readSigned(list)?.payload ?? new Uint8Array())
  const packed = inflateSync(claims?.compressed ?? new Uint8Array())
  if (!claims || statusAt(packed, statuses - 1) === null) throw new Error('the list is not whole')
  const target = { unit: 'kB', target: 500 }
  return atMost(`a million statuses, ${percent} % not valid`, list.length / 1000, target)
}

/** Out of the register of this bench, as the worker does it. */
async function publishAll(world: World, vault: Vault): Promise<Line> {
  const db = connect(databaseUrls(masterKey, world.ownerUrl).jobs, { max: 2 })
  try {
    const from = performance.now()
    await publishStatusList({ db, vault, now: new Date(), sources: statusSources })
    return line('the list of the whole register, published', performance.now() - from, 'ms')
  } finally {
    await db.end({ timeout: 1 })
  }
}
