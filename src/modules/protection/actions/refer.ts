import type { Actor } from '../../../kernel/actor.ts'
import { dayOf } from '../../../kernel/days.ts'
import { ok, type Result, refuse } from '../../../kernel/result.ts'
import type { Tx } from '../../../platform/db.ts'
import {
  checkReferral,
  type ReferralAction,
  type ReferralBody,
  type ReferralRefusal,
  type Situation,
  type WarningAnswer,
  warningsFor,
} from '../rules/referral.ts'
import { listBestInterests } from '../store/best-interest.ts'
import { protectionPack } from '../store/pack.ts'
import {
  type ConsentHow,
  insertReferral,
  listReferrals,
  moveReferral,
  type ReferralRow,
} from '../store/referral.ts'
import { type AboutCase, type CaseRefusal, openCase, tell } from './about-case.ts'
import type { Words } from './case-words.ts'

/** Her own yes to this one referral: how and when she gave it. */
export type Consent = { readonly how: ConsentHow; readonly on: string }
export type PrepareReferral = AboutCase & {
  readonly body: ReferralBody
  readonly personId: string | null
  readonly isChild: boolean
  readonly to: string
  readonly situation: Situation
  readonly consent: Consent | null
  readonly bestInterestId: string | null
  readonly nextOn: string
}
export type PrepareRefusal = CaseRefusal | 'next-date-passed' | 'day-not-yet' | 'no-such-procedure'

/** Prepared, not sent: what may happen to her there is said first. */
export async function prepareReferral(
  tx: Tx,
  actor: Actor,
  referral: PrepareReferral,
): Promise<Result<null, PrepareRefusal>> {
  const opened = await openCase(tx, actor, referral)
  if (!opened.ok) return opened
  const { kept, words } = opened
  const { body, at, nextOn, personId, isChild } = referral
  const refusal = await refusePreparing(tx, kept.id, referral)
  if (refusal) return refuse(refusal)
  const possible = protectionPack().bodies.find(({ code }) => code === body)?.warns ?? []
  await insertReferral(tx, {
    ...{ complaintId: kept.id, keyId: kept.keyId, body, personId, isChild, nextOn, by: actor.id },
    ...restsOn(referral),
    warnings: warningsFor(possible, referral.situation),
    ...{ toSealed: words.seal(referral.to), ownerId: actor.id, madeAt: at },
  })
  await tell(tx, actor, kept, { type: 'protection.referral-prepared', at, data: { body } })
  return ok(null)
}

/** A child's referral rests on what two persons decided, never on somebody's consent. */
const restsOn = ({ isChild, consent, bestInterestId }: PrepareReferral) =>
  isChild
    ? { consentHow: null, consentedOn: null, bestInterestId }
    : { consentHow: consent?.how ?? null, consentedOn: consent?.on ?? null, bestInterestId: null }

async function refusePreparing(
  tx: Tx,
  complaintId: string,
  { at, nextOn, consent, bestInterestId }: PrepareReferral,
): Promise<PrepareRefusal | null> {
  const today = dayOf(at)
  if (nextOn < today) return 'next-date-passed'
  if (consent && consent.on > today) return 'day-not-yet'
  if (bestInterestId === null) return null
  const procedures = await listBestInterests(tx, complaintId)
  return procedures.some(({ id }) => id === bestInterestId) ? null : 'no-such-procedure'
}

export type StepReferral = AboutCase & {
  readonly referralId: string
  readonly version: number
  readonly action: ReferralAction
  readonly consent: Consent | null
  readonly warning: { readonly answer: WarningAnswer; readonly reason: string } | null
  readonly answer: string | null
  /** When somebody looks again; only for what stays open. */
  readonly nextOn: string | null
}
export type StepReferralRefusal =
  | CaseRefusal
  | ReferralRefusal
  | 'changed-meanwhile'
  | 'next-date-missing'
  | 'next-date-passed'
  | 'day-not-yet'

/** Sends a referral on, or writes down what became of it. */
export async function stepReferral(
  tx: Tx,
  actor: Actor,
  step: StepReferral,
): Promise<Result<null, StepReferralRefusal>> {
  const opened = await openCase(tx, actor, step)
  if (!opened.ok) return opened
  const { kept } = opened
  const row = (await listReferrals(tx, kept.id)).find(({ id }) => id === step.referralId)
  if (!row) return refuse('not-found')
  if (row.version !== step.version) return refuse('changed-meanwhile')
  const to = checkReferral(withGiven(row, step), step.action, actor.roles)
  if (!to.ok) return to
  const isOver = to.value === 'helped' || to.value === 'declined'
  const refusal = refuseDates(step, isOver)
  if (refusal) return refuse(refusal)
  const given = givenWith(step, { isChild: row.isChild, by: actor.id, words: opened.words })
  const nextOn = isOver ? null : step.nextOn
  if (!(await moveReferral(tx, row, { status: to.value, nextOn, ...given })))
    return refuse('changed-meanwhile')
  const data = { body: row.body, to: to.value }
  await tell(tx, actor, kept, { type: 'protection.referral-moved', at: step.at, data })
  return ok(null)
}

/** What stays open is looked at again. */
function refuseDates({ consent, nextOn, at }: StepReferral, isOver: boolean) {
  const today = dayOf(at)
  if (consent && consent.on > today) return 'day-not-yet' as const
  if (isOver) return null
  if (nextOn === null) return 'next-date-missing' as const
  return nextOn < today ? ('next-date-passed' as const) : null
}

function givenWith(
  { consent, warning, answer }: StepReferral,
  { isChild, by, words }: { isChild: boolean; by: string; words: Words },
) {
  const counted = isChild ? null : consent
  return {
    consentHow: counted?.how ?? null,
    consentedOn: counted?.on ?? null,
    consentBy: counted ? by : null,
    warningAnswer: warning?.answer ?? null,
    warningSealed: warning ? words.seal(warning.reason) : null,
    answerSealed: answer === null ? null : words.seal(answer),
  }
}

const withGiven = (row: ReferralRow, { consent, warning }: StepReferral) => ({
  ...row,
  hasConsent: row.consentHow !== null || consent !== null,
  warningAnswer: row.warningAnswer ?? warning?.answer ?? null,
})
