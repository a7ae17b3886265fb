import type { Actor, Role } from '../../../kernel/actor.ts'
import { addDays, type Day, dayOf } from '../../../kernel/days.ts'
import type { Currency } from '../../../kernel/money.ts'
import type { Tx } from '../../../platform/db.ts'
import type { AgencyId } from '../../agencies/index.ts'
import { addToDeposit } from '../actions/add-to-deposit.ts'
import { keepDrawStep } from '../actions/decide-draw.ts'
import { demandTopUp } from '../actions/demand-top-up.ts'
import { drawFromDeposit } from '../actions/draw-from-deposit.ts'
import { proposeDraw } from '../actions/propose-draw.ts'
import type { DrawOrder } from '../rules/draw.ts'
import { findDraw, keepExecuted, keepFirstSignature, listShares } from '../store/draws.ts'
import { type DueRow, listDues } from '../store/dues.ts'
import { fillInstruments, giveGuarantee } from './fill-instruments.ts'

export type DepositExamples = {
  /** Agencies that have or had a licence, in the order of their names in the list. */
  readonly agencyIds: readonly AgencyId[]
  /** Ids of the demonstration's people by login. */
  readonly people: ReadonlyMap<string, string>
  readonly now: Date
}

const msPerDay = 86_400_000
/** In minor units of the currency. */
const minimum = 10_000_000n

/**
 * A deposit for most agencies: the most are covered, some short, one in two currencies, a few not
 * entered. Where the demonstration's cases left overdue dues, the first such agency had too little
 * and was drawn on; for the second a draw is proposed. Fill it after the cases.
 */
export async function fillDemonstrationDeposits(tx: Tx, given: DepositExamples): Promise<void> {
  const { agencyIds, now } = given
  const owing = await owingAgencies(tx, given)
  const [drawn, proposed] = owing
  for (const [place, agencyId] of agencyIds.entries()) {
    if (agencyId === drawn?.agencyId) await fillDrawn(tx, given, drawn)
    else await fillOne(tx, given, { agencyId, place })
  }
  if (proposed) await propose(tx, given, { ...proposed, at: new Date(now.getTime() - 3_600_000) })
  const officer = somebody(given, 'licensing', 'licensing-officer')
  await fillInstruments(tx, { agencyIds, officer, clerk: idOf(given, 'clerk'), now })
}

type Owing = { readonly agencyId: AgencyId; readonly dues: readonly DueRow[] }

/** The agencies with something overdue in dollars. */
async function owingAgencies(tx: Tx, { agencyIds, now }: DepositExamples): Promise<Owing[]> {
  const found: Owing[] = []
  for (const agencyId of agencyIds) {
    const overdue = await listDues(tx, { debtorAgency: agencyId, overdueOn: dayOf(now) })
    const dues = overdue.filter(({ money }) => money.currency === 'USD')
    if (dues.length > 0) found.push({ agencyId, dues })
  }
  return found
}

type One = { readonly agencyId: AgencyId; readonly place: number }

async function fillOne(tx: Tx, given: DepositExamples, { agencyId, place }: One): Promise<void> {
  if (place % 13 === 12) return
  const isShort = place % 9 === 4 && place % 11 !== 7
  const isMixed = place % 11 === 7
  const paid = { agencyId, place, daysAgo: 500 + place }
  const isGuaranteed = place % 7 === 1 && !isShort && !isMixed
  const minor = isShort || isMixed || isGuaranteed ? 6_000_000n : minimum
  await payIn(tx, given, { ...paid, minor, currency: 'USD' })
  const officer = somebody(given, 'licensing', 'licensing-officer')
  if (isGuaranteed) await giveGuarantee(tx, { agencyId, place, officer, now: given.now })
  if (isMixed) await payIn(tx, given, { ...paid, minor: 40_000_000n, currency: 'KHR', daysAgo: 90 })
  if (isShort) await demand(tx, given, { agencyId, dueOn: addDays(dayOf(given.now), place + 10) })
}

type Paid = One & {
  readonly minor: bigint
  readonly currency: Currency
  readonly daysAgo: number
}

async function payIn(
  tx: Tx,
  given: DepositExamples,
  { agencyId, place, minor, currency, daysAgo }: Paid,
): Promise<void> {
  const at = new Date(given.now.getTime() - daysAgo * msPerDay)
  const done = await addToDeposit(tx, somebody(given, 'licensing', 'licensing-officer'), {
    ...{ agencyId, money: { minor, currency }, onDay: dayOf(at), at },
    reference: `NBC-${1_000 + place}/${currency}`,
  })
  if (!done.ok) throw new Error(`a deposit of the demonstration: ${done.refusal}`)
}

async function demand(
  tx: Tx,
  given: DepositExamples,
  { agencyId, dueOn }: { readonly agencyId: AgencyId; readonly dueOn: Day },
): Promise<void> {
  const head = somebody(given, 'licensing-head', 'licensing-head')
  const at = new Date(given.now.getTime() - 20 * msPerDay)
  const reason = 'សាមសិបថ្ងៃ តាមកិច្ចសន្យាតម្កល់ប្រាក់។'
  const done = await demandTopUp(tx, head, { agencyId, dueOn, reason, at })
  if (!done.ok) throw new Error(`a demand of the demonstration: ${done.refusal}`)
}

/** Too little was held: shared in proportion, and the demand to fill it up has run out since. */
async function fillDrawn(tx: Tx, given: DepositExamples, owing: Owing): Promise<void> {
  const { agencyId, dues } = owing
  const owed = dues.reduce((sum, due) => sum + due.owed, 0n)
  const paid = { agencyId, place: 0, currency: 'USD', daysAgo: 400 } as const
  await payIn(tx, given, { ...paid, minor: owed / 2n + 1n })
  const at = new Date(given.now.getTime() - 3_600_000)
  const order = await propose(tx, given, { ...owing, at })
  const draw = order && (await findDraw(tx, order))
  if (!draw) return
  await signAs(tx, given, draw)
  const shares = (await listShares(tx, draw.id)).map(({ dueId, share }) => ({
    ...{ dueId, minor: share },
  }))
  await drawFromDeposit(tx, { agencyId, orderId: draw.id, shares, at: given.now })
  await demand(tx, given, { agencyId, dueOn: addDays(dayOf(given.now), -2) })
}

/** By two heads, one after the other; nobody of a demonstration has a second factor to show here. */
async function signAs(tx: Tx, given: DepositExamples, draw: DrawOrder): Promise<void> {
  const at = given.now
  const head = somebody(given, 'head', 'complaints-head')
  await keepFirstSignature(tx, draw, { by: head.id, at })
  await keepDrawStep(tx, head, { draw, action: 'sign', to: 'signed', at })
  const signed = await findDraw(tx, draw.id)
  if (!signed) return
  const second = somebody(given, 'licensing-head', 'licensing-head')
  await keepExecuted(tx, signed, { by: second.id, at })
  await keepDrawStep(tx, second, { draw: signed, action: 'countersign', to: 'executed', at })
}

async function propose(
  tx: Tx,
  given: DepositExamples,
  { agencyId, dues, at }: Owing & { readonly at: Date },
) {
  const basis = 'អនុក្រឹត្យលេខ 190 ស្តីពីប្រាក់តម្កល់ និងប្រការ 9 នៃកិច្ចសន្យាតម្កល់ប្រាក់។'
  const dueIds = dues.map(({ id }) => id)
  const officer = somebody(given, 'officer', 'complaints-officer')
  const done = await proposeDraw(tx, officer, { agencyId, dueIds, basis, at })
  return done.ok ? done.value : null
}

const idOf = ({ people }: DepositExamples, login: string): string => people.get(login) ?? ''

const somebody = (given: DepositExamples, login: string, role: Role): Actor => ({
  ...{ kind: 'person', id: idOf(given, login), roles: [role], agencyId: null },
  ...{ officeId: null, areas: null },
})
