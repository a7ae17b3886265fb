import { refuse } from '../../../kernel/result.ts'
import { type CaseStep, caseSteps } from '../../compensation/index.ts'
import { answerProposal } from '../actions/answer-proposal.ts'
import { lodgeAppeal, ruleOnAppeal } from '../actions/appeal.ts'
import { draftDecision } from '../actions/draft-decision.ts'
import { failMeeting, settleMeeting } from '../actions/end-meeting.ts'
import { holdMeeting, inviteToMeeting, recordNotHeld } from '../actions/hold-meeting.ts'
import { planMeeting, postponeMeeting } from '../actions/plan-meeting.ts'
import { dropDecision, signDecision } from '../actions/sign-decision.ts'
import { addCost, sortEvidence } from '../actions/sort-evidence.ts'
import {
  agencyAnswerInput,
  appealInput,
  costInput,
  draftInput,
  dropInput,
  failInput,
  holdInput,
  instantOf,
  inviteInput,
  notHeldInput,
  planInput,
  postponeInput,
  ruleInput,
  settleInput,
  signInput,
  sortInput,
} from './inputs.ts'

/** Everything that an officer does here, by the name that its address carries. */
export const steps = [
  'plan',
  'postpone',
  'invite',
  'hold',
  'not-held',
  'settle',
  'fail',
  'add-cost',
  'sort-evidence',
  'draft-decision',
  'sign-decision',
  'drop-decision',
  'agency-answer',
  'appeal',
  'rule',
] as const
export type ConciliationStep = (typeof steps)[number]

const step = caseSteps((code) => `conciliation.terms.${code}`)

/** The same for page and API. */
export const doers: Readonly<Record<ConciliationStep, CaseStep>> = {
  plan: step(planInput, ({ day, time, ...wish }, about, { tx, visit }) =>
    planMeeting(tx, visit.actor, { ...about, ...placed(wish), meetsAt: instantOf(day, time) }),
  ),
  postpone: step(postponeInput, ({ day, time, target, ...wish }, about, { tx, visit }) =>
    postponeMeeting(tx, visit.actor, {
      ...{ ...about, ...placed(wish), meetingId: target, meetsAt: instantOf(day, time) },
    }),
  ),
  invite: step(inviteInput, ({ target, ...rest }, about, { tx, visit }) =>
    inviteToMeeting(tx, visit.actor, { ...about, ...rest, meetingId: target }),
  ),
  hold: step(holdInput, ({ target, day, time, worker, agency, ...rest }, about, { tx, visit }) =>
    holdMeeting(tx, visit.actor, {
      ...{ ...about, ...rest, meetingId: target, heldAt: instantOf(day, time) },
      ...{ worker: { came: worker, why: null }, agency: { came: agency, why: null } },
    }),
  ),
  'not-held': step(notHeldInput, ({ target, ...rest }, about, { tx, visit }) =>
    recordNotHeld(tx, visit.actor, { ...about, ...rest, meetingId: target }),
  ),
  settle: step(settleInput, ({ target, ...rest }, about, { tx, visit }) =>
    settleMeeting(tx, visit.actor, { ...about, ...rest, meetingId: target }),
  ),
  fail: step(failInput, ({ target, ...rest }, about, { tx, visit }) =>
    failMeeting(tx, visit.actor, { ...about, ...rest, meetingId: target }),
  ),
  'add-cost': step(costInput, async ({ target, money, ...rest }, about, { tx, visit }) =>
    money === null
      ? refuse('not-a-sum')
      : addCost(tx, visit.actor, { ...about, ...rest, money, meetingId: target }),
  ),
  'sort-evidence': step(sortInput, ({ shown, keptBackWhy, ...rest }, about, { tx, visit }) =>
    sortEvidence(tx, visit.actor, {
      ...{ ...about, ...rest, keptBackWhy: shown === 'both' ? null : keptBackWhy },
    }),
  ),
  'draft-decision': step(draftInput, (draft, about, { tx, visit }) =>
    draftDecision(tx, visit.actor, { ...about, ...draft }),
  ),
  'sign-decision': step(signInput, ({ target, ...rest }, about, { tx, visit }) =>
    signDecision(tx, visit, { ...rest, complaintId: about.complaintId, decisionId: target }),
  ),
  'drop-decision': step(dropInput, ({ target, version }, about, { tx, visit }) =>
    dropDecision(tx, visit.actor, { ...about, decisionId: target, version }),
  ),
  'agency-answer': step(agencyAnswerInput, ({ target, ...said }, { at }, { tx, visit }) =>
    answerProposal(tx, visit.actor, { ...said, at, decisionId: target }),
  ),
  appeal: step(appealInput, ({ target, ...rest }, { vault, at }, { tx, visit }) =>
    lodgeAppeal(tx, visit.actor, { vault, at, ...rest, decisionId: target }),
  ),
  rule: step(ruleInput, ({ target, ...rest }, about, { tx, visit }) =>
    ruleOnAppeal(tx, visit.actor, { ...about, ...rest, decisionId: target }),
  ),
}

/** By telephone there is no province, whatever stood in the field. */
const placed = <T extends { way: string; province: string | null }>(wish: T): T =>
  wish.way === 'in-person' ? wish : { ...wish, province: null }
