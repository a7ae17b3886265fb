import type { Actor } from '../../../kernel/actor.ts'
import { type Day, dayOf } from '../../../kernel/days.ts'
import type { Lang } from '../../../kernel/reader.ts'
import { ok, type Result, refuse } from '../../../kernel/result.ts'
import type { Tx } from '../../../platform/db.ts'
import {
  type ListedPerson,
  type OutcomeRefusal,
  type PersonTerm,
  type Recorded,
  readTerms,
  recordOutcome,
  type TermsFault,
  type TermsInput,
} from '../../compensation/index.ts'
import { listPersons, moveComplaint } from '../../complaints/index.ts'
import type { Party } from '../../ledger/index.ts'
import { failsUnheld } from '../rules/conditions.ts'
import { type FailReason, meetingEventOf } from '../rules/meeting.ts'
import { moveMeeting } from '../store/meeting.ts'
import { tell } from './about-case.ts'
import { type AboutMeeting, type MeetingStepRefusal, readyMeeting } from './hold-meeting.ts'
import { draftCaseLetter } from './letters.ts'

export type Remedy = {
  readonly remedy:
    | 'document-returned'
    | 'deployment'
    | 'other-job'
    | 'changed-conditions'
    | 'return-home'
    | 'record-corrected'
    | 'other'
  readonly words: string | null
}
export type SettleMeeting = AboutMeeting & {
  readonly debtor: Party
  readonly basis: string
  readonly terms: TermsInput
  /** How those who accepted said so. */
  readonly how: 'thumbprint' | 'signature' | 'by-phone' | 'in-person' | 'in-writing'
  /** Something in kind for everybody who accepted. */
  readonly remedies: readonly Remedy[]
}
export type SettleRefusal = MeetingStepRefusal | OutcomeRefusal | readonly TermsFault[]

/** Ends a meeting in what those persons accepted: nobody else of the case is touched. */
export async function settleMeeting(
  tx: Tx,
  actor: Actor,
  { debtor, basis, terms, how, remedies, ...about }: SettleMeeting,
): Promise<Result<Recorded, SettleRefusal>> {
  const ready = await readyMeeting(tx, actor, { ...about, action: 'settle' })
  if (!ready.ok) return ready
  const { opened, meeting } = ready.value
  const { at, vault, complaintId } = about
  const read = readTerms(await personsOf(tx, complaintId), terms)
  if (!read.ok) return read
  const madeOn = dayOf(meeting.heldAt ?? at)
  const recorded = await recordOutcome(tx, actor, {
    ...{ vault, complaintId, at, version: opened.kept.version, kind: 'settlement', madeOn, basis },
    foundIn: { type: 'conciliation', id: meeting.id },
    persons: read.value.map((term) => answerOf(term, { how, on: madeOn })),
    terms: outcomeTerms(read.value, { debtor, remedies, dueOn: terms.dueOn }),
  })
  if (!recorded.ok) return recorded
  const move = { to: 'settled', endedAt: at, outcomeId: recorded.value.id } as const
  if (!(await moveMeeting(tx, meeting, move))) return refuse('changed-meanwhile')
  const data = { meeting: meeting.id, persons: read.value.length }
  await tell(tx, actor, opened, { type: meetingEventOf.settle, at, data })
  return recorded
}

/** Everybody who is still part of the case, by her place in it. */
export async function personsOf(tx: Tx, complaintId: string): Promise<ListedPerson[]> {
  const persons = await listPersons(tx, complaintId)
  return persons.filter(({ leftAt }) => leftAt === null)
}

const answerOf = (
  { personId, answer }: PersonTerm,
  { how, on }: { how: SettleMeeting['how']; on: Day },
) =>
  answer === 'not-reached'
    ? { personId, answer, how: null, on: null }
    : { personId, answer, how, on }

type Deal = Pick<SettleMeeting, 'debtor' | 'remedies'> & { readonly dueOn: Day }

export const outcomeTerms = (persons: readonly PersonTerm[], { debtor, remedies, dueOn }: Deal) =>
  persons.flatMap(({ personId, money, dueOn: on }) => [
    ...(money
      ? [
          {
            ...{ kind: 'money' as const, personId, debtor, payer: null, money, dueOn: on },
            ...{ plan: { kind: 'once' as const }, shares: [], collector: null },
          },
        ]
      : []),
    ...remedies.map(({ remedy, words }) => ({
      ...{ kind: 'remedy' as const, personId, remedy, debtor, dueOn, words },
    })),
  ])

export type FailMeeting = AboutMeeting & {
  readonly why: FailReason
  readonly report: string
  readonly language: Lang
}
type MoveRefusal = Extract<Awaited<ReturnType<typeof moveComplaint>>, { ok: false }>['refusal']
export type FailRefusal = MeetingStepRefusal | MoveRefusal | 'fails-with-a-reason'

/** No agreement: a report to both sides, and a second officer may decide. */
export async function failMeeting(
  tx: Tx,
  actor: Actor,
  { why, report, language, ...about }: FailMeeting,
): Promise<Result<null, FailRefusal>> {
  const ready = await readyMeeting(tx, actor, { ...about, action: 'fail' })
  if (!ready.ok) return ready
  const { opened, meeting } = ready.value
  if (meeting.status === 'not-held' && !failsUnheld(why)) return refuse('fails-with-a-reason')
  const { vault, at } = about
  const reportSealed = vault.seal(opened.key, report)
  const end = {
    to: 'failed',
    failedWhy: why,
    reportSealed,
    endedAt: meeting.endedAt ?? at,
  } as const
  if (!(await moveMeeting(tx, meeting, end))) return refuse('changed-meanwhile')
  if (opened.kept.status === 'in-conciliation') {
    const step = { vault, id: opened.kept.id, action: 'fail-conciliation', at } as const
    const moved = await moveComplaint(tx, actor, { ...step, version: opened.kept.version })
    if (!moved.ok) return moved
  }
  const letter = await draftCaseLetter(tx, actor, {
    ...{ vault, complaint: opened.kept, language, at, template: 'not-settled' },
    to: meeting.agencyIds,
    values: (reader) => ({
      day: reader.day(dayOf(meeting.heldAt ?? meeting.meetsAt)),
      ...{ why: reader.t(`conciliation.failed.${why}`), report },
    }),
  })
  if (!letter.ok) return letter
  const data = { meeting: meeting.id, attempt: meeting.attempt, why }
  await tell(tx, actor, opened, { type: meetingEventOf.fail, at, data })
  return ok(null)
}
