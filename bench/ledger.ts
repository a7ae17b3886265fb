import type { Actor } from '../src/kernel/actor.ts'
import { addDays, type Day, dayOf } from '../src/kernel/days.ts'
import type { Result } from '../src/kernel/result.ts'
import type { AgencyId } from '../src/modules/agencies/index.ts'
import { addToDeposit } from '../src/modules/ledger/actions/add-to-deposit.ts'
import { drawFromDeposit } from '../src/modules/ledger/actions/draw-from-deposit.ts'
import { openDues } from '../src/modules/ledger/actions/open-dues.ts'
import { proposeDraw } from '../src/modules/ledger/actions/propose-draw.ts'
import type { AccountId } from '../src/modules/ledger/rules/account.ts'
import type { DueId, NewDue } from '../src/modules/ledger/rules/due.ts'
import { balancesOf } from '../src/modules/ledger/store/accounts.ts'
import { depositOf } from '../src/modules/ledger/store/deposits.ts'
import { listShares } from '../src/modules/ledger/store/draws.ts'
import { proveLedger } from '../src/modules/ledger/store/prove.ts'
import { databaseUrls } from '../src/platform/database-urls.ts'
import { connect, type Db, readAs, type Tx, transact } from '../src/platform/db.ts'
import { newId } from '../src/platform/new-id.ts'
import { atMost, type Bench, type Line, line } from './support/bench.ts'
import { fillLedger } from './support/ledger-rows.ts'
import { quantile } from './support/quantile.ts'
import { masterKey, type World } from './support/world.ts'

const persons = 200
const awards = 1_000
const fullEntries = 1_000_000
const ms = (target: number) => ({ unit: 'ms', target })

/** Sums of a settlement, a deposit shared, and a ledger that has grown: as the web, under its rights. */
export const ledger: Bench = {
  name: 'ledger',
  async run({ world, full, say }) {
    const entries = full ? fullEntries : Math.round(fullEntries / 10)
    say(`ledger: filling ${entries} entries`)
    await fillLedger(world.db, entries)
    const desk = await openDesk(world)
    try {
      return [
        line('entries in the ledger', entries, ''),
        await settle(desk),
        ...(await share(desk)),
        await balances(desk, world),
        ...(await prove(world)),
      ]
    } finally {
      await desk.db.end({ timeout: 1 })
    }
  },
}

type Desk = { readonly db: Db; readonly officer: Actor; readonly agencies: readonly AgencyId[] }

/** The role of the web process, and an officer of the whole country. */
async function openDesk(world: World): Promise<Desk> {
  const db = connect(databaseUrls(masterKey, world.ownerUrl).app, { max: 4 })
  const rows = await world.db<{ id: AgencyId }[]>`select id from agency order by id limit 20`
  const roles = ['complaints-head', 'licensing-head'] as const
  const officer = { kind: 'person', id: newId<string>(), agencyId: null, officeId: null } as const
  return { db, officer: { ...officer, roles, areas: null }, agencies: rows.map(({ id }) => id) }
}

async function timed<T>(work: () => Promise<T>): Promise<{ value: T; took: number }> {
  const from = performance.now()
  return { value: await work(), took: performance.now() - from }
}

async function done<T, R>({ db, officer }: Desk, work: (tx: Tx) => Promise<Result<T, R>>) {
  const result = await transact(db, officer, work)
  if (!result.ok) throw new Error(`refused: ${result.refusal}`)
  return result.value
}

/** Dues of one case that is there, so that the officer's rights let them be opened. */
async function someDues(
  { db, officer }: Desk,
  agencyId: AgencyId,
  count: number,
): Promise<NewDue[]> {
  const [row] = await readAs(
    db,
    officer,
    (tx) => tx<{ id: string }[]>`
    select id from complaint limit 1`,
  )
  const source = { type: 'settlement', id: newId<string>() }
  const dueOn = addDays(dayOf(new Date()), -1) as Day
  return Array.from({ length: count }, (_, place) => ({
    ...{ id: newId<DueId>(), caseId: row?.id ?? '', beneficiaryId: newId<string>(), source, dueOn },
    ...{ debtor: { kind: 'agency', id: agencyId }, reference: 'C-BENCH' },
    money: { minor: BigInt(10_000 + place * 37), currency: 'USD' },
  }))
}

async function settle(desk: Desk): Promise<Line> {
  const times: number[] = []
  for (const agencyId of desk.agencies) {
    const dues = await someDues(desk, agencyId, persons)
    const { took } = await timed(() => done(desk, (tx) => openDues(tx, { at: new Date(), dues })))
    times.push(took)
  }
  const p95 = quantile(
    times.toSorted((a, b) => a - b),
    0.95,
  )
  return atMost(`a settlement of ${persons} persons, p95`, p95, ms(300))
}

/** Half of what is owed is held, so that every share has to be computed; exact to the last unit. */
async function share(desk: Desk): Promise<Line[]> {
  const { db, officer } = desk
  const agencyId = newId<AgencyId>()
  const dues = await someDues(desk, agencyId, awards)
  const at = new Date()
  await done(desk, (tx) => openDues(tx, { at, dues }))
  const held = dues.reduce((sum, { money }) => sum + money.minor, 0n) / 2n
  const money = { minor: held, currency: 'USD' } as const
  const slip = { onDay: dayOf(at), reference: 'BENCH', at }
  await done(desk, (tx) => addToDeposit(tx, officer, { agencyId, money, ...slip }))
  const proposal = { agencyId, dueIds: dues.map(({ id }) => id), basis: 'Bench', at }
  const proposed = await timed(() => done(desk, (tx) => proposeDraw(tx, officer, proposal)))
  const orderId = proposed.value
  const carried = await timed(() =>
    done(desk, async (tx) => {
      const shares = (await listShares(tx, orderId)).map(({ dueId, share: minor }) => ({
        ...{ dueId, minor },
      }))
      return drawFromDeposit(tx, { agencyId, orderId, shares, at })
    }),
  )
  const [left] = await readAs(db, officer, (tx) => depositOf(tx, agencyId))
  return [
    line('the shares computed and proposed', proposed.took, 'ms'),
    line('the draw carried out', carried.took, 'ms'),
    atMost(`a deposit shared over ${awards} awards`, proposed.took + carried.took, ms(500)),
    atMost('units lost or invented', Number(left?.held ?? 0n), { unit: '', target: 0 }),
  ]
}

async function balances({ db, officer }: Desk, world: World): Promise<Line> {
  const accounts = await world.db<{ id: AccountId }[]>`
    select id from ledger_account tablesample bernoulli (1) limit 300`
  const times: number[] = []
  for (const { id } of accounts) {
    const { took } = await timed(() => readAs(db, officer, (tx) => balancesOf(tx, [id])))
    times.push(took)
  }
  return atMost(
    'a balance, p95',
    quantile(
      times.toSorted((a, b) => a - b),
      0.95,
    ),
    ms(5),
  )
}

async function prove({ db }: World): Promise<Line[]> {
  const { value: faults, took } = await timed(() => proveLedger(db))
  return [
    atMost('the proof that everything adds up', took / 1000, { unit: 's', target: 5 }),
    atMost('faults', faults.length, { unit: '', target: 0 }),
  ]
}
