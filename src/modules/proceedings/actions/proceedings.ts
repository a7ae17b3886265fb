import { type Actor, hasRole } from '../../../kernel/actor.ts'
import { addDays, type Day, dayOf, startOfDay } from '../../../kernel/days.ts'
import { isUuid } from '../../../kernel/ids.ts'
import { type StepRefusal, takeStep } from '../../../kernel/lifecycle.ts'
import { ok, type Result, refuse } from '../../../kernel/result.ts'
import type { Tx } from '../../../platform/db.ts'
import { recordEvent } from '../../../platform/events/record-event.ts'
import { newId } from '../../../platform/new-id.ts'
import { openPersonKeys } from '../../../platform/vault/person-keys.ts'
import type { DataKey, Vault } from '../../../platform/vault/vault.ts'
import { legalTime, setClockDue, syncClocks } from '../../casework/index.ts'
import { findGuardedCase, type GuardedCase, listPersons } from '../../complaints/index.ts'
import { clockRule, dueAt } from '../../law/index.ts'
import {
  type DaysRefusal,
  type Ending,
  lookDay,
  type ProceedingId,
  type ProceedingKind,
  proceedingClocks,
  proceedingEventOf,
  proceedingLifecycle,
  type Stage,
  type StageAction,
  stageAfter,
} from '../rules/proceeding.ts'
import {
  findProceeding,
  insertEntry,
  insertProceeding,
  moveProceeding,
  type ProceedingRow,
} from '../store/proceeding.ts'

export type AboutCase = { readonly vault: Vault; readonly complaintId: string; readonly at: Date }
type Opened = { readonly kept: GuardedCase; readonly key: DataKey }
export type CaseRefusal = 'not-found' | 'not-your-role' | 'case-is-forgotten'

export async function openCase(
  tx: Tx,
  actor: Actor,
  { vault, complaintId }: AboutCase,
): Promise<Result<Opened, CaseRefusal>> {
  if (!hasRole(actor, 'complaints-officer', 'complaints-head')) return refuse('not-your-role')
  const kept = isUuid(complaintId) ? await findGuardedCase(tx, complaintId) : null
  if (!kept) return refuse('not-found')
  const key = (await openPersonKeys(tx, vault, [kept.keyId])).get(kept.keyId)
  return key ? ok({ kept, key }) : refuse('case-is-forgotten')
}

/** On the case's own timeline; hers says only that a step was taken elsewhere. */
export const tell = (
  tx: Tx,
  actor: Actor,
  { id, area }: GuardedCase,
  told: { type: string; at: Date; data: Readonly<Record<string, unknown>> },
): Promise<void> =>
  recordEvent(tx, actor, {
    ...{ recordType: 'complaint', recordId: id, area, ...told },
    visibleTo: ['officer', 'complainant'],
  })

export type RecordProceeding = AboutCase & {
  readonly kind: ProceedingKind
  readonly country: string
  readonly authority: string
  readonly number: string | null
  readonly stage: 'to-file' | 'filed'
  readonly fileBy: Day | null
  readonly filedOn: Day | null
  readonly lookOn: Day | null
  /** Whom it covers; everybody of the case where none is named. */
  readonly chosen: readonly string[]
}
export type RecordRefusal = CaseRefusal | DaysRefusal | 'nobody-covered'

/** Records a proceeding elsewhere, or that one has to be begun by a day. */
export async function recordProceeding(
  tx: Tx,
  actor: Actor,
  asked: RecordProceeding,
): Promise<Result<ProceedingId, RecordRefusal>> {
  const opened = await openCase(tx, actor, asked)
  if (!opened.ok) return opened
  const { kept, key } = opened.value
  const { vault, at, kind, country, stage, fileBy, filedOn } = asked
  const persons = (await listPersons(tx, kept.id)).filter(({ leftAt }) => leftAt === null)
  const covered = persons.filter(({ id }) => asked.chosen.length === 0 || asked.chosen.includes(id))
  if (covered.length === 0) return refuse('nobody-covered')
  const look = lookDay(asked, { today: dayOf(at), byRule: await lookByRule(tx, at) })
  if (!look.ok) return look
  const id = newId<ProceedingId>()
  await insertProceeding(
    tx,
    {
      ...{ id, complaintId: kept.id, area: kept.area, kind, country, stage, fileBy },
      ...{ filedOn: stage === 'to-file' ? null : filedOn, lookOn: look.value },
      ...{ ownerId: kept.ownerId ?? actor.id, recordedBy: actor.id, recordedAt: at },
      ...{ keyId: kept.keyId, authoritySealed: vault.seal(key, asked.authority) },
      numberSealed: asked.number === null ? null : vault.seal(key, asked.number),
    },
    covered.map((person) => person.id),
  )
  await setAlarm(tx, actor, { id, area: kept.area, stage, lookOn: look.value, at })
  const data = { proceeding: id, kind, country, stage }
  await tell(tx, actor, kept, { type: proceedingEventOf.record, at, data })
  return ok(id)
}

/** A long day where the rule says one; a month where it does not. */
async function lookByRule(tx: Tx, at: Date): Promise<Day> {
  const { book, calendar } = await legalTime(tx, dayOf(at))
  const rule = clockRule(book, proceedingClocks.rules['look-again'])
  return rule ? dayOf(dueAt(at, rule, calendar).dueAt) : addDays(dayOf(at), 30)
}

type Alarm = {
  readonly id: ProceedingId
  readonly area: string
  readonly stage: Stage
  readonly lookOn: Day | null
  readonly at: Date
}

/** The clock that alarms when the day has come: filing in time, or looking again. */
async function setAlarm(
  tx: Tx,
  actor: Actor,
  { id, area, stage, lookOn, at }: Alarm,
): Promise<void> {
  const record = { type: 'proceeding', id, area }
  const law = await legalTime(tx, dayOf(at))
  await syncClocks(tx, { record, plan: proceedingClocks, status: stage, law, at })
  const [kind] = proceedingClocks.running[stage]
  if (kind && lookOn)
    await setClockDue(tx, { recordId: id, kind, dueAt: startOfDay(lookOn), by: actor.id })
}

export type AboutProceeding = AboutCase & {
  readonly proceedingId: string
  readonly version: number
}
export type StepProceeding = AboutProceeding & {
  readonly action: StageAction
  readonly on: Day | null
  readonly number: string | null
  readonly lookOn: Day | null
  readonly ending: Ending | null
  readonly words: string | null
}
export type StepProceedingRefusal =
  | CaseRefusal
  | StepRefusal
  | DaysRefusal
  | 'changed-meanwhile'
  | 'ending-missing'

/** Writes down that it stands somewhere else now. */
export async function stepProceeding(
  tx: Tx,
  actor: Actor,
  step: StepProceeding,
): Promise<Result<null, StepProceedingRefusal>> {
  const opened = await openCase(tx, actor, step)
  if (!opened.ok) return opened
  const { kept, key } = opened.value
  const row = await findProceeding(tx, step.proceedingId)
  if (row?.complaintId !== kept.id) return refuse('not-found')
  const allowed = takeStep(proceedingLifecycle, row.stage, { ...step, roles: actor.roles })
  if (!allowed.ok) return allowed
  const { vault, at, action } = step
  const stage = stageAfter(row.stage, action)
  if (action === 'end' && step.ending === null) return refuse('ending-missing')
  const days = await daysAfter(tx, { row, step, stage })
  if (!days.ok) return days
  const numberSealed = step.number === null ? null : vault.seal(key, step.number)
  const move = {
    ...days.value,
    stage,
    numberSealed,
    endedHow: stage === 'ended' ? step.ending : null,
  }
  if (!(await moveProceeding(tx, { id: row.id, version: step.version }, move)))
    return refuse('changed-meanwhile')
  await setAlarm(tx, actor, { id: row.id, area: row.area, stage, lookOn: move.lookOn, at })
  if (step.words !== null)
    await insertEntry(tx, {
      ...{ proceedingId: row.id, complaintId: kept.id, kind: 'note', onDay: step.on ?? dayOf(at) },
      ...{ atTime: null, until: null, outcomeId: null, recordedBy: actor.id, recordedAt: at },
      ...{ keyId: kept.keyId, wordsSealed: vault.seal(key, step.words) },
    })
  const data = { proceeding: row.id, to: stage }
  await tell(tx, actor, kept, { type: proceedingEventOf[action], at, data })
  return ok(null)
}

async function daysAfter(
  tx: Tx,
  { row, step, stage }: { row: ProceedingRow; step: StepProceeding; stage: Stage },
): Promise<Result<{ filedOn: Day | null; lookOn: Day | null }, DaysRefusal>> {
  const today = dayOf(step.at)
  const filedOn = step.action === 'file' ? (step.on ?? today) : row.filedOn
  if (stage === 'ended') return ok({ filedOn, lookOn: null })
  const wish = { fileBy: row.fileBy, filedOn: filedOn ?? today, lookOn: step.lookOn }
  const now = { ...wish, stage: stage === 'to-file' ? ('to-file' as const) : ('filed' as const) }
  const look = lookDay(now, { today, byRule: await lookByRule(tx, step.at) })
  return look.ok ? ok({ filedOn, lookOn: look.value }) : look
}
