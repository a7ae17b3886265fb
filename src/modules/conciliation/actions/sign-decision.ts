import type { Actor } from '../../../kernel/actor.ts'
import { dayOf } from '../../../kernel/days.ts'
import type { Lang } from '../../../kernel/reader.ts'
import { ok, type Result, refuse } from '../../../kernel/result.ts'
import type { Tx } from '../../../platform/db.ts'
import { type SigningRefusal, type SigningVisit, sign } from '../../accounts/index.ts'
import { type OutcomeRefusal, recordOutcome } from '../../compensation/index.ts'
import { moveComplaint } from '../../complaints/index.ts'
import type { Party } from '../../ledger/index.ts'
import {
  checkDecision,
  type DecisionAction,
  type DecisionRefusal,
  decisionEventOf,
} from '../rules/decision.ts'
import {
  type DecisionRow,
  findDecision,
  listAppeals,
  listMediators,
  moveDecision,
  releasePersons,
} from '../store/decision.ts'
import { type AboutCase, type CaseRefusal, type OpenCase, openCase, tell } from './about-case.ts'
import { startAnswerClocks } from './answer-proposal.ts'
import { asTerm } from './draft-decision.ts'
import { outcomeTerms } from './end-meeting.ts'
import { draftCaseLetter } from './letters.ts'
import { openDecision } from './minutes.ts'

export type AboutDecision = AboutCase & { readonly decisionId: string; readonly version: number }
export type DecisionStepRefusal = CaseRefusal | DecisionRefusal | 'changed-meanwhile'
export type ReadyDecision = { readonly opened: OpenCase; readonly decision: DecisionRow }

/** A decision of this case that may take the step, as it was seen. */
export async function readyDecision(
  tx: Tx,
  actor: Actor,
  { action, ...about }: AboutDecision & { readonly action: DecisionAction },
): Promise<Result<ReadyDecision, DecisionStepRefusal>> {
  const opened = await openCase(tx, actor, about)
  if (!opened.ok) return opened
  const { kept, inConflict } = opened.value
  const decision = await findDecision(tx, about.decisionId)
  if (decision?.complaintId !== kept.id) return refuse('not-found')
  if (decision.version !== about.version) return refuse('changed-meanwhile')
  const [mediators, appeals] = await Promise.all([
    listMediators(tx, kept.id),
    listAppeals(tx, [decision.id]),
  ])
  const allowed = checkDecision(decision, action, {
    ...{ actor, mediators, hasConflict: inConflict.includes(actor.id), today: dayOf(about.at) },
    appealedBy: appeals.map(({ side }) => side),
  })
  return allowed.ok ? ok({ opened: opened.value, decision }) : allowed
}

export type SignDecision = Omit<AboutDecision, 'vault' | 'at'> & {
  readonly debtor: Party | null
  readonly language: Lang
}
type MoveRefusal = Extract<Awaited<ReturnType<typeof moveComplaint>>, { ok: false }>['refusal']
export type SignDecisionRefusal =
  | DecisionStepRefusal
  | SigningRefusal
  | OutcomeRefusal
  | MoveRefusal
  | 'no-office'
  | 'debtor-unknown'

/** Signs what was drafted: the second factor, the outcome for each person, the paper for both sides. */
export async function signDecision(
  tx: Tx,
  visit: SigningVisit,
  { debtor, language, ...asked }: SignDecision,
): Promise<Result<null, SignDecisionRefusal>> {
  const { actor, vault, now: at } = visit
  const about = { ...asked, vault, at }
  const ready = await readyDecision(tx, actor, { ...about, action: 'sign' })
  if (!ready.ok) return ready
  const { opened, decision } = ready.value
  const words = openDecision(vault, opened.key, decision.contentSealed)
  const signed = await sign(tx, visit, {
    record: { type: 'decision', id: decision.id },
    meaning: `decision.${decision.kind}`,
    shown: shownOf(decision, words),
  })
  if (!signed.ok) return signed
  return issueDecision(tx, actor, {
    ready: ready.value,
    about,
    debtor,
    language,
    signatureId: signed.value,
  })
}

export type IssueDecision = {
  readonly ready: ReadyDecision
  readonly about: AboutDecision
  readonly debtor: Party | null
  readonly language: Lang
  readonly signatureId: string
}

/** What follows a signature: the outcome for each person, and the papers for both sides. */
export async function issueDecision(
  tx: Tx,
  actor: Actor,
  { ready, about, debtor, language, signatureId }: IssueDecision,
): Promise<Result<null, Exclude<SignDecisionRefusal, SigningRefusal>>> {
  const { opened, decision } = ready
  const { vault, at } = about
  const words = openDecision(vault, opened.key, decision.contentSealed)
  const recorded = await recordWhatIsDecided(tx, actor, { ready, about, debtor, words })
  if (!recorded.ok) return recorded
  const move = { to: 'issued', issuedAt: at, signatureId } as const
  if (!(await moveDecision(tx, decision, { ...move, outcomeId: recorded.value })))
    return refuse('changed-meanwhile')
  await startAnswerClocks(tx, actor, { decision, area: opened.kept.area, at })
  const letter = { vault, complaint: opened.kept, template: decision.kind, language, at } as const
  for (const to of ['worker', decision.agencyIds] as const) {
    const begun = await draftCaseLetter(tx, actor, {
      ...{ ...letter, to },
      values: (reader) => ({
        ...{ basis: words.basis, reasons: words.reasons, order: words.order },
        finding: reader.t(`conciliation.finding.${decision.finding}`),
        until: reader.day(to === 'worker' ? decision.workerUntil : decision.agencyUntil),
      }),
    })
    if (!begun.ok) return begun
  }
  const data = { decision: decision.id, kind: decision.kind, finding: decision.finding }
  await tell(tx, actor, opened, { type: decisionEventOf.sign, at, data, toComplainant: true })
  return ok(null)
}

/** What the signer saw, as text that is always the same. */
const shownOf = (
  { kind, finding, terms, workerUntil, agencyUntil }: DecisionRow,
  { basis, reasons, order }: { basis: string; reasons: string; order: string },
): string =>
  [
    ...[kind, finding, basis, reasons, order, workerUntil, agencyUntil],
    ...terms.map(
      (term) => `${term.personId} ${term.minor ?? '-'} ${term.currency ?? '-'} ${term.dueOn}`,
    ),
  ].join('\n\n')

type Deciding = {
  readonly ready: ReadyDecision
  readonly about: AboutDecision
  readonly debtor: Party | null
  readonly words: { readonly basis: string }
}

/** Sums become an outcome; a decision against her only moves the case. */
async function recordWhatIsDecided(
  tx: Tx,
  actor: Actor,
  { ready: { opened, decision }, about, debtor, words }: Deciding,
): Promise<Result<string | null, OutcomeRefusal | MoveRefusal | 'debtor-unknown'>> {
  const { vault, at, complaintId } = about
  const { version, id } = opened.kept
  if (decision.finding === 'against') {
    const moved = await moveComplaint(tx, actor, { vault, id, action: 'decide', version, at })
    return moved.ok ? ok(null) : moved
  }
  const terms = decision.terms.map(asTerm)
  const owes = debtor ?? agencyAsDebtor(decision.agencyIds)
  if (!owes) return refuse('debtor-unknown')
  const dueOn = terms[0]?.dueOn ?? dayOf(at)
  const recorded = await recordOutcome(tx, actor, {
    ...{ vault, complaintId, version, at, kind: decision.kind, madeOn: dayOf(at) },
    ...{ basis: words.basis, foundIn: { type: 'decision', id: decision.id } },
    persons: terms.map(({ personId }) => ({
      personId,
      answer: 'not-reached',
      how: null,
      on: null,
    })),
    terms: outcomeTerms(terms, { debtor: owes, remedies: [], dueOn }),
  })
  return recorded.ok ? ok(recorded.value.id) : recorded
}

const agencyAsDebtor = (agencyIds: readonly string[]): Party | null => {
  const [only, ...others] = agencyIds
  return only && others.length === 0 ? ({ kind: 'agency', id: only } as Party) : null
}

/** A draft that will not be signed: others may decide for these persons. */
export async function dropDecision(
  tx: Tx,
  actor: Actor,
  about: AboutDecision,
): Promise<Result<null, DecisionStepRefusal>> {
  const ready = await readyDecision(tx, actor, { ...about, action: 'drop' })
  if (!ready.ok) return ready
  const { opened, decision } = ready.value
  if (!(await moveDecision(tx, decision, { to: 'dropped' }))) return refuse('changed-meanwhile')
  await releasePersons(tx, decision.id)
  const data = { decision: decision.id }
  await tell(tx, actor, opened, { type: decisionEventOf.drop, at: about.at, data })
  return ok(null)
}
