import type { Actor } from '../../../kernel/actor.ts'
import { addDays, type Day, startOfDay } from '../../../kernel/days.ts'
import type { Random } from '../../../kernel/random.ts'
import type { Tx } from '../../../platform/db.ts'
import { newId } from '../../../platform/new-id.ts'
import type { AgencyId } from '../../agencies/index.ts'
import { decideLicence } from '../actions/decide-licence.ts'
import type { Term } from '../rules/decision.ts'
import type { Authorisation, LicenceId } from '../rules/licence.ts'
import type { LicenceAction, LicenceReason } from '../rules/lifecycle.ts'
import { addLicence, findLicence } from '../store/licence.ts'
import type { Life } from './lives.ts'

export type Given = {
  readonly tx: Tx
  readonly random: Random
  readonly today: Day
  readonly id: AgencyId
  readonly index: number
  readonly life: Life
}

const actor: Actor = {
  kind: 'system',
  id: 'demonstration',
  roles: ['licensing-head', 'system'],
  agencyId: null,
  officeId: null,
  areas: null,
}

/** Gives an agency its licence by the same steps that officers take, on days gone by. */
export async function giveLicence(given: Given): Promise<void> {
  const { life, today } = given
  const begin = addDays(today, -690 + given.random.below(60))
  if (life.kind === 'expired' || life.kind === 'renewed') await giveEnded(given, begin)
  if (life.kind === 'expired') return
  const from =
    life.kind === 'not-begun'
      ? addDays(today, 20)
      : life.kind === 'renewed'
        ? addDays(today, -200)
        : begin
  const step = await apply(given, { from, to: addDays(today, 400), part: '' })
  if (life.kind === 'applied') return
  await step('grant', { on: from < today ? from : addDays(today, -5), reason: 'requirements-met' })
  await live(given, step)
}

/** One that ran out some two hundred days ago. */
async function giveEnded(given: Given, begin: Day): Promise<void> {
  const to = addDays(given.today, -201)
  const step = await apply(given, {
    from: begin,
    to,
    part: given.life.kind === 'renewed' ? '-A' : '',
  })
  await step('grant', { on: begin, reason: 'requirements-met' })
  await step('expire', { on: addDays(to, 1), reason: 'term-over' })
}

type TakeStep = (
  action: LicenceAction,
  given: { readonly on: Day; readonly reason: LicenceReason; readonly term?: Term },
) => Promise<void>

async function live({ life, today }: Given, step: TakeStep): Promise<void> {
  if (!('ago' in life)) return
  const on = addDays(today, -life.ago)
  const { reason } = life
  switch (life.kind) {
    case 'suspended':
      return step('suspend', { on, reason })
    case 'suspended-until-done':
      return step('suspend', { on, reason, term: { kind: 'condition', condition: life.condition } })
    case 'back':
      await step('suspend', { on, reason })
      return step('reinstate', { on: addDays(on, 46), reason: 'term-over' })
    case 'suspended-then-revoked':
      await step('suspend', {
        on: addDays(on, -60),
        reason: 'fees-over-limit',
        term: { kind: 'condition', condition: 'standards-met' },
      })
      return step('revoke', { on, reason })
    case 'revoked':
      return step('revoke', { on, reason })
    case 'surrendered':
      return step('surrender', { on, reason })
  }
}

type Period = { readonly from: Day; readonly to: Day; readonly part: string }

async function apply(given: Given, { from, to, part }: Period): Promise<TakeStep> {
  const { tx, index } = given
  const id = newId<LicenceId>()
  const number = `DEMO-${String(index + 1).padStart(3, '0')}${part}`
  const authorisations = authorisationsOf(given, from)
  await addLicence(tx, {
    id,
    agencyId: given.id,
    number,
    prakas: `Prakas D-${index + 1} (Demonstration)`,
    validFrom: from,
    validTo: to,
    authorisations,
  })
  return async (action, { on, reason, term }) => {
    const licence = await findLicence(tx, id)
    const decided = await decideLicence(tx, actor, {
      licenceId: id,
      version: licence?.version ?? 0,
      action,
      reason,
      note: 'Demonstration.',
      term: term ?? null,
      now: new Date(startOfDay(on).getTime() + 9 * 3_600_000),
    })
    if (!decided.ok) throw new Error(`demonstration: ${number} ${action}: ${decided.refusal}`)
  }
}

const shares = [
  ['TH', 6],
  ['JP', 5],
  ['MY', 4],
  ['SG', 2],
  ['HK', 1],
] as const

/** As in the lists of the ministry: most for Thailand or Japan, few for the rest, none for Korea. */
function authorisationsOf({ random }: Given, from: Day): Authorisation[] {
  const chosen = shares.filter(([, inTen]) => random.below(10) < inTen).map(([code]) => code)
  const destinations = chosen.length > 0 ? chosen : ['TH']
  const general = destinations.map((destination) => ({
    destination,
    sector: 'general' as const,
    from,
    to: null,
  }))
  const homes = destinations.filter((code) => code === 'MY' || code === 'SG' || code === 'HK')
  return [
    ...general,
    ...homes
      .filter(() => random.below(2) === 0)
      .map((destination) => ({ destination, sector: 'domestic-work' as const, from, to: null })),
  ]
}
