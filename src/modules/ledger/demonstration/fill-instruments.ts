import type { Actor } from '../../../kernel/actor.ts'
import { addDays, dayOf } from '../../../kernel/days.ts'
import type { Tx } from '../../../platform/db.ts'
import type { AgencyId } from '../../agencies/index.ts'
import { enterGuarantee } from '../actions/enter-guarantee.ts'
import { lookAtAll } from '../actions/follow-deposits.ts'
import { proposeOverride } from '../actions/overrides.ts'
import { insertDeclaration } from '../store/cover.ts'
import { insertRates } from '../store/rates.ts'

export type InstrumentExamples = {
  readonly agencyIds: readonly AgencyId[]
  readonly officer: Actor
  /** Of these agencies the demonstration's clerk may declare. */
  readonly clerk: string
  readonly now: Date
}

const bank = 'ធនាគារគំរូ (Example Bank)'
const msPerDay = 86_400_000

/**
 * Declarations of workers abroad, two rates, job orders to be let through; and then what a look at
 * all deposits finds.
 */
export async function fillInstruments(tx: Tx, given: InstrumentExamples): Promise<void> {
  const { agencyIds, officer, clerk, now } = given
  for (const [place, agencyId] of agencyIds.entries()) {
    if (place % 3 !== 2)
      await insertDeclaration(tx, {
        ...{ agencyId, onDay: addDays(dayOf(now), -30), workers: 40 + ((place * 37) % 900) },
        ...{ declaredAt: now, by: clerk },
      })
  }
  const rate = { base: 'USD', onDay: addDays(dayOf(now), -1), source: 'Demonstration' } as const
  await insertRates(
    tx,
    [
      { ...rate, currency: 'THB', rate: '34.5' },
      { ...rate, currency: 'KHR', rate: '4100' },
    ],
    { by: officer.id, at: now },
  )
  await letThrough(tx, given)
  await lookAtAll(tx, now)
}

type Given = {
  readonly agencyId: AgencyId
  readonly place: number
  readonly officer: Actor
  readonly now: Date
}

/** A guarantee of an invented bank; that of the second agency is near its last day. */
export async function giveGuarantee(
  tx: Tx,
  { agencyId, place, officer, now }: Given,
): Promise<void> {
  const at = new Date(now.getTime() - 200 * msPerDay)
  const done = await enterGuarantee(tx, officer, {
    ...{ agencyId, at, bank, number: `BG-${1_000 + place}`, replacesId: null },
    ...{ money: { minor: 4_000_000n, currency: 'USD' }, issuedOn: dayOf(at) },
    expiresOn: addDays(dayOf(now), place === 1 ? 40 : 200 + place),
  })
  if (!done.ok) throw new Error(`a guarantee of the demonstration: ${done.refusal}`)
}

/** For the fifth, whose deposit is short: a second person signs. */
async function letThrough(tx: Tx, { agencyIds, officer, now }: InstrumentExamples): Promise<void> {
  const agencyId = agencyIds[4]
  if (!agencyId) return
  await proposeOverride(tx, officer, {
    ...{ agencyId, fromDay: dayOf(now), untilDay: addDays(dayOf(now), 14), at: now },
    reason: 'ធនាគារបានបញ្ជាក់ការផ្ទេរប្រាក់ហើយ តែបង្កាន់ដៃមិនទាន់មកដល់។',
  })
}
