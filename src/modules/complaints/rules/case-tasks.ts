import { type Actor, hasRole } from '../../../kernel/actor.ts'
import { ok, type Result, refuse } from '../../../kernel/result.ts'
import type { Complaint, ContactWay } from './complaint.ts'
import { isOpen } from './lifecycle.ts'

/** What an officer does with a case without moving it along its lifecycle. */
export const caseTasks = [
  'take',
  'assign',
  'answer',
  'mark-read',
  'note',
  'reveal-contact',
  'record-consent',
  'transfer',
  'new-secret',
] as const
export type CaseTask = (typeof caseTasks)[number]

export type CaseTaskRefusal =
  | 'not-your-role'
  | 'case-is-finished'
  | 'already-yours'
  | 'nothing-unread'
  | 'no-safe-contact'
  | 'anonymous-stays-unknown'
  | 'given-by-its-head'
  | 'stays-with-its-body'

/** Whoever works on cases: caseworkers on those of the protected track that they were given. */
export const caseHandlers = ['complaints-officer', 'complaints-head', 'caseworker'] as const

export type TaskFacts = { readonly way: ContactWay; readonly unread: number }
type Condition = (complaint: Complaint, actor: Actor, facts: TaskFacts) => CaseTaskRefusal | null

const mustBeOpen = ({ status }: Complaint): CaseTaskRefusal | null =>
  isOpen(status) ? null : 'case-is-finished'

const mustBeReachable: Condition = ({ openness }, _, { way }) => {
  if (openness === 'anonymous') return 'anonymous-stays-unknown'
  return way === 'none' ? 'no-safe-contact' : null
}

/** A protected case goes from hand to hand only through its head. */
const mustBeFree = (complaint: Complaint): CaseTaskRefusal | null =>
  mustBeOpen(complaint) ?? (complaint.isProtected ? 'given-by-its-head' : null)

const conditions: Readonly<Record<CaseTask, Condition | null>> = {
  take: (complaint, actor) =>
    mustBeFree(complaint) ?? (complaint.ownerId === actor.id ? 'already-yours' : null),
  assign: mustBeFree,
  answer: null,
  'mark-read': (_complaint, _actor, { unread }) => (unread === 0 ? 'nothing-unread' : null),
  note: null,
  'reveal-contact': mustBeReachable,
  // Consent is somebody's: nobody can give it for a person who is unknown.
  'record-consent': ({ openness }) => (openness === 'anonymous' ? 'anonymous-stays-unknown' : null),
  // What is about an office leaves the body that is free of its line of command for no other.
  transfer: (complaint) =>
    mustBeFree(complaint) ?? (complaint.aboutOffice ? 'stays-with-its-body' : null),
  // New digits are told to her on the safe way that she named, and on no other.
  'new-secret': mustBeReachable,
}

/** Whether this officer may do this with this case now. */
export function checkTask(
  task: CaseTask,
  { complaint, actor, facts }: { complaint: Complaint; actor: Actor; facts: TaskFacts },
): Result<null, CaseTaskRefusal> {
  if (!hasRole(actor, ...caseHandlers)) return refuse('not-your-role')
  const refusal = conditions[task]?.(complaint, actor, facts) ?? null
  return refusal === null ? ok(null) : refuse(refusal)
}

/** The tasks to draw: exactly those that checkTask accepts. */
export const offeredTasks = (complaint: Complaint, actor: Actor, facts: TaskFacts): CaseTask[] =>
  caseTasks.filter((task) => checkTask(task, { complaint, actor, facts }).ok)

/** With whom an officer spoke before new digits were given, and why they were needed. */
export const calledPeople = ['complainant', 'worker', 'trusted'] as const
export type CalledPerson = (typeof calledPeople)[number]
export const newSecretReasons = ['lost', 'never-received', 'seen'] as const
export type NewSecretReason = (typeof newSecretReasons)[number]

/** How she said it, since a consent counts only with the way in which it was given. */
export const consentWays = ['phone', 'in-person', 'message', 'letter'] as const
export type ConsentWay = (typeof consentWays)[number]
