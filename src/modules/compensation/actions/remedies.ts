import type { Actor } from '../../../kernel/actor.ts'
import { type Day, dayOf } from '../../../kernel/days.ts'
import { isUuid } from '../../../kernel/ids.ts'
import { ok, type Result, refuse } from '../../../kernel/result.ts'
import type { Tx } from '../../../platform/db.ts'
import { recordEvent } from '../../../platform/events/record-event.ts'
import { type Heard, type RemedyWordFault, remedyWordFault } from '../rules/word.ts'
import { insertWords, moveRemedy } from '../store/change-outcomes.ts'
import { listRemedies } from '../store/read-outcomes.ts'
import { saidOf } from './give-word.ts'

export type ReportRemedy = {
  readonly remedyId: string
  readonly version: number
  readonly doneOn: Day
  /** The proof: a photo of the paper that she signed. */
  readonly evidenceId: string | null
  readonly at: Date
}
export type ReportRefusal = 'not-found' | 'not-open' | 'changed-meanwhile' | 'paid-in-the-future'

/** Whoever owes it, or an officer, says that it was done; it counts when she says so. */
export async function reportRemedy(
  tx: Tx,
  actor: Actor,
  { remedyId, version, doneOn, evidenceId, at }: ReportRemedy,
): Promise<Result<null, ReportRefusal>> {
  const [remedy] = isUuid(remedyId) ? await listRemedies(tx, { id: remedyId }) : []
  if (!remedy) return refuse('not-found')
  if (remedy.status !== 'due' && remedy.status !== 'reported') return refuse('not-open')
  if (doneOn > dayOf(at)) return refuse('paid-in-the-future')
  const move = { to: 'reported', doneOn, evidenceId } as const
  if (!(await moveRemedy(tx, { id: remedy.id, version }, move))) return refuse('changed-meanwhile')
  await recordEvent(tx, actor, {
    ...{ recordType: 'complaint', recordId: remedy.complaintId, type: 'complaint.remedy-reported' },
    ...{ at, agencyId: actor.agencyId, data: { remedy: remedy.id } },
    visibleTo: ['officer', 'complainant'],
  })
  return ok(null)
}

export type GiveRemedyWord = {
  readonly remedyId: string
  readonly version: number
  readonly done: boolean
  readonly doneOn: Day
  readonly heard: Heard | null
  readonly evidenceId?: string | null
  readonly at: Date
}
export type RemedyWordRefusal = RemedyWordFault | 'not-found' | 'changed-meanwhile'

/** Her word about what was to be done for her: it was, or it was not and is still due. */
export async function giveRemedyWord(
  tx: Tx,
  actor: Actor,
  { remedyId, version, done, doneOn, heard, evidenceId = null, at }: GiveRemedyWord,
): Promise<Result<null, RemedyWordRefusal>> {
  const [remedy] = isUuid(remedyId) ? await listRemedies(tx, { id: remedyId }) : []
  if (!remedy) return refuse('not-found')
  const isHers = actor.kind === 'complainant'
  const fault = remedyWordFault(remedy.status, { doneOn, heard, isHers, today: dayOf(at) })
  if (fault) return refuse(fault)
  const how = isHers ? ('by-beneficiary' as const) : ('by-officer' as const)
  const moved = await moveRemedy(
    tx,
    { id: remedy.id, version },
    done ? { to: 'confirmed', doneOn, by: actor.id, how, at, evidenceId } : { to: 'due' },
  )
  if (!moved) return refuse('changed-meanwhile')
  const { complaintId, personId } = remedy
  await insertWords(tx, [
    {
      ...{ complaintId, personId, subject: 'remedy', subjectId: remedy.id, minor: null, at },
      ...{ answer: done ? 'came' : 'not', ...saidOf(heard, at) },
    },
  ])
  await recordEvent(tx, actor, {
    ...{ recordType: 'complaint', recordId: complaintId, at, visibleTo: ['officer'] },
    type: done ? 'complaint.remedy-confirmed' : 'complaint.remedy-rejected',
    data: { person: personId, remedy: remedy.id },
  })
  return ok(null)
}
