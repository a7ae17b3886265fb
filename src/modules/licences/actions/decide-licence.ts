import type { Actor } from '../../../kernel/actor.ts'
import { type Day, dayOf } from '../../../kernel/days.ts'
import { type StepRefusal, takeStep } from '../../../kernel/lifecycle.ts'
import { ok, type Result, refuse } from '../../../kernel/result.ts'
import type { Tx } from '../../../platform/db.ts'
import { recordEvent } from '../../../platform/events/record-event.ts'
import { publicChanged } from '../../../platform/public-changed.ts'
import { findRule, rulebook } from '../../law/index.ts'
import {
  changeTo,
  isReasonFor,
  type SetTerm,
  suspensionFrom,
  type Term,
  type TermRefusal,
} from '../rules/decision.ts'
import type { Licence } from '../rules/licence.ts'
import {
  eventOf,
  type LicenceAction,
  type LicenceReason,
  type LicenceStatus,
  licenceLifecycle,
} from '../rules/lifecycle.ts'
import { keepDecision } from '../store/decision.ts'
import { findLicence, heldTwice, moveLicence } from '../store/licence.ts'

export type DecideLicence = {
  readonly licenceId: string
  /** The version that was read before deciding. */
  readonly version: number
  readonly action: LicenceAction
  readonly reason: string
  readonly note: string
  /** Only a suspension has one; null for as long as precedent has it. */
  readonly term: Term | null
  readonly now: Date
}
export type DecideRefusal =
  | StepRefusal
  | TermRefusal
  | 'not-found'
  | 'changed-meanwhile'
  | 'not-a-reason-for-this'
  | 'authorised-already'
  | 'country-not-for-agencies'

/** Takes one step of a licence's life. The public sees what and why; the note stays with officers. */
export async function decideLicence(
  tx: Tx,
  actor: Actor,
  input: DecideLicence,
): Promise<Result<Licence, DecideRefusal>> {
  const licence = await findLicence(tx, input.licenceId)
  if (!licence) return refuse('not-found')
  if (licence.version !== input.version) return refuse('changed-meanwhile')
  const step = takeStep(licenceLifecycle, licence.status, { ...input, roles: actor.roles })
  if (!step.ok) return step
  if (!isReasonFor(input.action, input.reason)) return refuse('not-a-reason-for-this')
  const today = dayOf(input.now)
  const barred = step.value === 'granted' && (await whatBars(tx, licence, today))
  if (barred) return refuse(barred)
  const term = await setTerm(tx, input, today)
  if (!term.ok) return term
  const moved = await writeStep(tx, actor, {
    licence,
    to: step.value,
    reason: input.reason,
    input,
    term: term.value,
  })
  if (!moved) return refuse('changed-meanwhile')
  const after = await findLicence(tx, licence.id)
  return after ? ok(after) : refuse('not-found')
}

/** One agency, one authorisation for a country and sector; and some countries are the ministry's own. */
async function whatBars(
  tx: Tx,
  licence: Licence,
  today: Day,
): Promise<'authorised-already' | 'country-not-for-agencies' | null> {
  const book = await rulebook(tx, today)
  const isBarred = licence.authorisations.some(
    ({ destination }) => findRule(book, `${destination}.pra_allowed`)?.value === false,
  )
  if (isBarred) return 'country-not-for-agencies'
  return (await heldTwice(tx, licence, today)) ? 'authorised-already' : null
}

async function setTerm(
  tx: Tx,
  { action, term }: DecideLicence,
  today: Day,
): Promise<Result<SetTerm | null, TermRefusal>> {
  if (action !== 'suspend') return ok(null)
  return suspensionFrom(today, term ?? { kind: 'default' }, await rulebook(tx, today))
}

type Step = {
  readonly licence: Licence
  readonly to: LicenceStatus
  readonly reason: LicenceReason
  readonly input: DecideLicence
  readonly term: SetTerm | null
}

async function writeStep(
  tx: Tx,
  actor: Actor,
  { licence, to, reason, input, term }: Step,
): Promise<boolean> {
  const { action, note, now } = input
  const suspension = term?.suspension ?? null
  const change = changeTo(licence, to, { today: dayOf(now), suspension })
  if (!(await moveLicence(tx, licence, change))) return false
  const rules = term?.rules ?? []
  await keepDecision(tx, actor, { licenceId: licence.id, action, reason, note, rules, at: now })
  await recordEvent(tx, actor, {
    recordType: 'licence',
    recordId: licence.id,
    type: eventOf[action],
    at: now,
    from: licence.status,
    to,
    data: { reason, until: suspension?.until, condition: suspension?.condition, rules },
    visibleTo: isSecret(to) ? ['agency', 'officer'] : ['public', 'agency', 'officer'],
    agencyId: licence.agencyId,
  })
  await publicChanged(tx)
  return true
}

/** An application that fails is between the agency and the ministry. */
const isSecret = (to: LicenceStatus): boolean => to === 'refused'
