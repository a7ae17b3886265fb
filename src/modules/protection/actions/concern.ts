import { type Actor, hasRole, systemActor } from '../../../kernel/actor.ts'
import { addDays, type Day, dayOf } from '../../../kernel/days.ts'
import { type StepRefusal, takeStep } from '../../../kernel/lifecycle.ts'
import { ok, type Result, refuse } from '../../../kernel/result.ts'
import { setActor, type Tx } from '../../../platform/db.ts'
import { recordEvent } from '../../../platform/events/record-event.ts'
import { newId } from '../../../platform/new-id.ts'
import { createPersonKey } from '../../../platform/vault/person-keys.ts'
import type { Vault } from '../../../platform/vault/vault.ts'
import { competentOffice } from '../../accounts/index.ts'
import { findByNumber, ministryArea, parseCaseNumber } from '../../complaints/index.ts'
import { findNumber, rulebook } from '../../law/index.ts'
import {
  type ConcernAction,
  type ConcernDoor,
  type ConcernSign,
  concernEventOf,
  concernLifecycle,
  type Help,
  type HelpAnswer,
  type YesWay,
} from '../rules/concern.ts'
import {
  type Concern,
  type ConcernMove,
  findConcern,
  insertConcern,
  insertHelp,
  moveConcern,
} from '../store/concern.ts'
import { wordsUnder } from './case-words.ts'

export type LogConcern = {
  readonly vault: Vault
  readonly about: string
  readonly reporter: string | null
  readonly signs: readonly ConcernSign[]
  readonly country: string | null
  readonly province: string | null
  readonly at: Date
}

const doorOf = (actor: Actor): ConcernDoor => {
  if (actor.kind !== 'person') return 'public'
  return hasRole(actor, 'complaints-officer', 'complaints-head', 'caseworker')
    ? 'officer'
    : 'counsellor'
}

/** Somebody is worried about a person who does not complain: written down, with a day to look. */
export async function logConcern(tx: Tx, actor: Actor, given: LogConcern): Promise<string> {
  const { vault, at } = given
  const id = newId<string>()
  const office = await competentOffice(tx, given.province)
  const { id: keyId, key } = await createPersonKey(tx, vault)
  const area = office.province ?? ministryArea
  const door = doorOf(actor)
  await insertConcern(tx, {
    ...{ id, door, area, officeId: office.id, country: given.country, signs: given.signs, keyId },
    aboutSealed: vault.seal(key, given.about),
    reporterSealed: given.reporter === null ? null : vault.seal(key, given.reporter),
    ...{ madeBy: actor.kind === 'person' ? actor.id : null, madeAt: at, nextOn: dayOf(at) },
  })
  await recordEvent(tx, actor, {
    ...{ recordType: 'concern', recordId: id, type: concernEventOf.log, at, to: 'new', area },
    data: { door },
    visibleTo: ['officer'],
  })
  return id
}

export type ConcernStep = {
  readonly vault: Vault
  readonly id: string
  readonly version: number
  readonly action: ConcernAction
  readonly nextOn: string | null
  readonly note: string | null
  readonly help: { readonly kind: Help; readonly answer: HelpAnswer } | null
  /** Her own yes, and the number of the complaint that was entered with her. */
  readonly yes: { readonly how: YesWay; readonly on: string; readonly number: string } | null
  readonly at: Date
}
export type ConcernRefusal =
  | StepRefusal
  | 'not-found'
  | 'changed-meanwhile'
  | 'key-is-gone'
  | 'next-date-passed'
  | 'day-not-yet'
  | 'help-missing'
  | 'no-own-yes'
  | 'no-such-complaint'
  | 'note-missing'

/** One step with a concern; what stays open has an owner and a next date. */
export async function takeConcernStep(
  tx: Tx,
  actor: Actor,
  step: ConcernStep,
): Promise<Result<Concern['status'], ConcernRefusal>> {
  const concern = await findConcern(tx, step.id)
  if (!concern) return refuse('not-found')
  if (concern.version !== step.version) return refuse('changed-meanwhile')
  const to = takeStep(concernLifecycle, concern.status, { action: step.action, roles: actor.roles })
  if (!to.ok) return to
  const given = await readGiven(tx, actor, step)
  if (!given.ok) return given
  const words = await wordsUnder(tx, step.vault, concern.keyId)
  if (words.isGone) return refuse('key-is-gone')
  const sealed = step.note === null ? null : words.seal(step.note)
  if (step.help)
    await insertHelp(tx, {
      ...{ concernId: concern.id, keyId: concern.keyId, help: step.help.kind },
      ...{ answer: step.help.answer, offeredOn: dayOf(step.at), offeredBy: actor.id },
      noteSealed: sealed,
    })
  const move =
    to.value === 'watched'
      ? { ...open, ownerId: actor.id, nextOn: await nextDay(tx, step), yes: null }
      : {
          ...open,
          ownerId: concern.ownerId,
          endedAt: step.at,
          endedSealed: sealed,
          yes: given.value,
        }
  await tellConcern(tx, actor, { step, concern, to: to.value })
  // Who takes a concern over may leave whoever wrote it down without sight of it.
  await setActor(tx, systemActor('concern'))
  if (!(await moveConcern(tx, concern, { ...move, status: to.value })))
    return refuse('changed-meanwhile')
  await setActor(tx, actor)
  return ok(to.value)
}

const open = { nextOn: null, endedAt: null, endedSealed: null }

const nextDay = async (tx: Tx, { nextOn, at }: ConcernStep): Promise<string> =>
  nextOn ?? (await lookAgain(tx, dayOf(at)))

const tellConcern = (
  tx: Tx,
  actor: Actor,
  { step, concern, to }: { step: ConcernStep; concern: Concern; to: string },
) =>
  recordEvent(tx, actor, {
    ...{ recordType: 'concern', recordId: concern.id, type: concernEventOf[step.action] },
    ...{ at: step.at, from: concern.status, to, area: concern.area },
    data: step.help ? { help: step.help.kind, answer: step.help.answer } : {},
    visibleTo: ['officer'],
  })

/** What the action needs besides: a next date ahead, the help, her own yes, why it ends. */
async function readGiven(
  tx: Tx,
  actor: Actor,
  { action, nextOn, note, help, yes, at }: ConcernStep,
): Promise<Result<ConcernMove['yes'], ConcernRefusal>> {
  const today = dayOf(at)
  if (nextOn !== null && nextOn < today) return refuse('next-date-passed')
  if (action === 'offer-help' && !help) return refuse('help-missing')
  if ((action === 'is-safe' || action === 'stop-watching') && !note) return refuse('note-missing')
  if (action !== 'become-complaint') return ok(null)
  if (!yes) return refuse('no-own-yes')
  if (yes.on > today) return refuse('day-not-yet')
  const complaintId = await findByNumber(tx, parseCaseNumber(yes.number) ?? yes.number)
  if (!complaintId) return refuse('no-such-complaint')
  return ok({ how: yes.how, on: yes.on, heardBy: actor.id, complaintId })
}

async function lookAgain(tx: Tx, today: Day): Promise<Day> {
  const days = findNumber(await rulebook(tx, today), 'protection.concern_days')
  return addDays(today, days ?? 1)
}
