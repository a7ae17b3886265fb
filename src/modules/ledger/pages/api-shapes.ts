import { z } from 'zod'
import { type Currency, moneyText } from '../../../kernel/money.ts'
import type { ListedDeposit } from '../actions/list-deposits.ts'
import type { DepositFile } from '../actions/read-deposit.ts'
import type { DrawFile } from '../actions/read-draw.ts'
import type { Instruments, ShownGuarantee } from '../actions/read-instruments.ts'
import { alarmKinds } from '../rules/alarm.ts'
import { depositStates } from '../rules/deposit.ts'
import { type DrawOrder, drawStatuses, paperOf } from '../rules/draw.ts'
import { currencyIn } from './marks.tsx'

/** "1250.50" of a currency: never a float. */
const money = z.object({ amount: z.string(), currency: z.string() })
const sum = (minor: bigint, currency: Currency): z.input<typeof money> => ({
  ...{ amount: moneyText({ minor, currency }), currency },
})
const names = z.object({ km: z.string().nullable(), en: z.string().nullable() }).nullable()
const state = z.enum([...depositStates, 'not-entered'])

export const listedDeposit = z.object({
  agencyId: z.string(),
  names,
  state,
  held: z.array(money).describe('Each currency by itself, as it was paid.'),
  missing: money.nullable(),
  demandDueOn: z.string().nullable(),
  openSums: money.nullable().describe('What is owed and claimed, as far as it can be added up.'),
  uncounted: z.int().describe('Sums that are open, or in a currency of which no rate is known.'),
  workersAbroad: z.object({ workers: z.int(), onDay: z.string() }).nullable(),
  alarms: z.array(z.enum(alarmKinds)),
})

export const asListedDeposit = (row: ListedDeposit): z.input<typeof listedDeposit> => ({
  ...{ agencyId: row.agencyId, names: row.names, state: row.state },
  held: row.holdings.map(({ held, currency }) => sum(held, currency)),
  missing: row.missing && sum(row.missing.minor, row.missing.currency),
  demandDueOn: row.demandDueOn,
  openSums: row.cover && sum(row.cover.open, row.cover.held.currency),
  uncounted: row.cover?.uncounted ?? 0,
  workersAbroad: row.cover?.declaration
    ? { workers: row.cover.declaration.workers, onDay: row.cover.declaration.onDay }
    : null,
  alarms: row.alarms.map(({ kind }) => kind),
})

const demand = z.object({
  id: z.string(),
  version: z.int(),
  status: z.enum(['open', 'met', 'withdrawn']),
  dueOn: z.string(),
  reason: z.string(),
})

const guarantee = z.object({
  ...{ id: z.string(), version: z.int(), bank: z.string(), number: z.string(), sum: money },
  called: money.describe('What draws took of it.'),
  expiresOn: z.string(),
  lastDay: z
    .object({ earliest: z.string(), latest: z.string() })
    .describe('Two days where it is not known which counts.'),
  standing: z.enum(['in-force', 'ends-soon', 'perhaps-expired', 'expired', 'ended']),
  files: z.int(),
})
export const wholeDeposit = z.object({
  ...{ agencyId: z.string(), names, state },
  held: z.array(money).describe('Each currency by itself, as it was paid.'),
  missing: money.nullable(),
  cash: z.array(money),
  guarantees: z.array(guarantee),
  jobOrdersBlocked: z.boolean(),
  workersAbroad: z.array(z.object({ workers: z.int(), onDay: z.string() })),
  required: money.nullable().describe('Null while nobody knows the minimum.'),
  standing: z.string().describe('How sure the minimum is.'),
  shortSince: z.string().nullable(),
  demands: z.array(demand),
  entries: z.array(
    z.object({
      number: z.int().describe('The n-th of this holding.'),
      kind: z.string(),
      at: z.string(),
      sum: money,
      after: money,
      paper: z.string().nullable(),
    }),
  ),
  next: z.int().nullable().describe('The entry before which the next page begins.'),
  overdue: z.array(
    z.object({ id: z.string(), reference: z.string(), dueOn: z.string(), owed: money }),
  ),
})

const asGuarantee = (each: ShownGuarantee, currency: Currency): z.input<typeof guarantee> => ({
  ...{ id: each.id, version: each.version, bank: each.bank, number: each.number },
  ...{ sum: sum(each.minor, currency), called: sum(each.called, currency) },
  ...{ expiresOn: each.expiresOn, lastDay: { ...each.last }, standing: each.standing },
  files: 0,
})

export function asWholeDeposit(
  file: DepositFile,
  { cash, guarantees, files, block, declarations }: Instruments,
): z.input<typeof wholeDeposit> {
  const currency = file.currency ?? 'USD'
  return {
    ...{ agencyId: file.agencyId, names: file.names, state: file.state, next: file.next },
    held: file.holdings.map((each) => sum(each.held, each.currency)),
    cash: cash.map(({ minor, currency: of }) => sum(minor, of)),
    guarantees: guarantees.map((each) => ({
      ...asGuarantee(each, currencyIn(file)(each)),
      files: files.get(each.id)?.length ?? 0,
    })),
    jobOrdersBlocked: block.isBlocked,
    workersAbroad: declarations.map(({ workers, onDay }) => ({ workers, onDay })),
    missing: file.missing && sum(file.missing.minor, file.missing.currency),
    required: file.minimum && sum(file.minimum.minor, file.minimum.currency),
    ...{ standing: file.rule?.standing ?? 'unknown', shortSince: file.since },
    demands: file.demands.map(({ id, version, status, dueOn, reason }) => ({
      ...{ id, version, status, dueOn, reason },
    })),
    entries: file.entries.map(({ version, kind, postedAt, minor, after, change, order }) => ({
      ...{ number: version, kind, at: postedAt.toISOString() },
      ...{ sum: sum(minor, currency), after: sum(after, currency) },
      paper: change?.reference ?? order?.number ?? null,
    })),
    overdue: file.overdue.map(({ id, reference, dueOn, owed, money: { currency: of } }) => ({
      ...{ id, reference, dueOn, owed: sum(owed, of) },
    })),
  }
}

export const wholeDraw = z.object({
  id: z.string(),
  number: z.string(),
  agencyId: z.string(),
  status: z.enum(drawStatuses),
  version: z.int(),
  paper: z.enum(['order', 'proposal']).describe('An order only where a verified rule says so.'),
  standing: z.string(),
  basis: z.string(),
  claimed: money,
  covered: money,
  executedAt: z.string().nullable(),
  rates: z.array(
    z.object({
      ...{ base: z.string(), currency: z.string(), rate: z.string() },
      ...{ onDay: z.string(), source: z.string() },
    }),
  ),
  shares: z.array(
    z.object({
      ...{ dueId: z.string(), claim: money, share: money },
      cost: money.describe('What the share takes of the deposit, in its currency.'),
    }),
  ),
})

export const asWholeDraw = ({ draw, shares }: DrawFile): z.input<typeof wholeDraw> => ({
  ...factsOf(draw),
  rates: draw.rates.map((rate) => ({ ...rate })),
  shares: shares.map(({ dueId, claim, share, cost, due }) => {
    const currency = due?.money.currency ?? draw.currency
    return {
      ...{ dueId, claim: sum(claim, currency), share: sum(share, currency) },
      cost: sum(cost, draw.currency),
    }
  }),
})

const factsOf = (draw: DrawOrder) => ({
  ...{ id: draw.id, number: draw.number, agencyId: draw.agencyId, status: draw.status },
  ...{ version: draw.version, standing: draw.standing, basis: draw.basis, paper: paperOf(draw) },
  claimed: sum(draw.claimed, draw.currency),
  covered: sum(draw.covered, draw.currency),
  executedAt: draw.executedAt?.toISOString() ?? null,
})
