import type { Actor } from '../../../kernel/actor.ts'
import { type Result, refuse } from '../../../kernel/result.ts'
import type { Tx } from '../../../platform/db.ts'
import { type FieldErrors, parseForm } from '../../../platform/http/form.ts'
import type { FormBody } from '../../../platform/http/route.ts'
import type { AboutCase } from '../actions/about-case.ts'
import {
  barContact,
  liftBar,
  recordWhatWasDone,
  reportRetaliation,
} from '../actions/beside-case.ts'
import { decideForChild, doStep, openForChild, proposeForChild } from '../actions/best-for-child.ts'
import { endTrack, giveToCaseworker } from '../actions/give-to-caseworker.ts'
import { giveGrant, takeGrantBack } from '../actions/grants.ts'
import { nameOfficial } from '../actions/name-office.ts'
import { lookAgain, placeOnTrack } from '../actions/place-on-track.ts'
import { prepareReferral, stepReferral } from '../actions/refer.ts'
import type { ProtectionStep } from '../rules/steps.ts'
import { type StepInput, stepInputs } from './inputs.ts'

export type StepFault = { readonly errors: FieldErrors } | { readonly code: string }
type Run<S extends ProtectionStep> = (
  tx: Tx,
  actor: Actor,
  given: AboutCase & { readonly input: StepInput<S> },
) => Promise<Result<unknown, string>>

const consentOf = (how: StepInput<'refer'>['consent'], on: string | null) =>
  how !== null && on !== null ? { how, on } : null

/** What each step does: one action of the module. */
const runs: { readonly [S in ProtectionStep]: Run<S> } = {
  place: (tx, actor, { input, ...about }) => placeOnTrack(tx, actor, { ...about, ...input }),
  'give-to-caseworker': (tx, actor, { input, ...about }) =>
    giveToCaseworker(tx, actor, { ...about, ...input, caseworkerId: input.caseworker }),
  'end-track': (tx, actor, { input, ...about }) => endTrack(tx, actor, { ...about, ...input }),
  'look-again': (tx, actor, { input, ...about }) =>
    lookAgain(tx, actor, { ...about, nextOn: input.next }),
  grant: (tx, actor, { input: { person, reason, until }, ...about }) =>
    giveGrant(tx, actor, { ...about, personId: person, reason, endsOn: until }),
  'end-grant': (tx, actor, { input, ...about }) =>
    takeGrantBack(tx, actor, { ...about, grantId: input.on }),
  bar: (tx, actor, { input, ...about }) => barContact(tx, actor, { ...about, ...input }),
  'lift-bar': (tx, actor, { input, ...about }) =>
    liftBar(tx, actor, { ...about, barredId: input.on }),
  refer: (tx, actor, { input, ...about }) =>
    prepareReferral(tx, actor, {
      ...{ ...about, body: input.body, to: input.to, personId: input.person },
      ...{ isChild: input.child === 'yes', bestInterestId: input.procedure, nextOn: input.next },
      situation: { irregular: input.irregular, fearsOwnState: input.fears, didWrong: input.wrong },
      consent: consentOf(input.consent, input.consentedOn),
    }),
  referral: (tx, actor, { input, ...about }) =>
    stepReferral(tx, actor, {
      ...{ ...about, referralId: input.on, version: input.version, action: input.do },
      consent: consentOf(input.consent, input.consentedOn),
      warning:
        input.warned && input.warnedHow ? { answer: input.warned, reason: input.warnedHow } : null,
      ...{ answer: input.answer, nextOn: input.next },
    }),
  child: (tx, actor, { input, ...about }) =>
    openForChild(tx, actor, { ...about, ...input, personId: input.person }),
  'child-step': (tx, actor, { input, ...about }) =>
    doStep(tx, actor, { ...about, ...input, procedureId: input.on, step: input.what }),
  'child-propose': (tx, actor, { input, ...about }) =>
    proposeForChild(tx, actor, { ...about, ...input, procedureId: input.on }),
  'child-decide': (tx, actor, { input, ...about }) =>
    decideForChild(tx, actor, { ...about, ...input, procedureId: input.on }),
  retaliation: (tx, actor, { input, ...about }) =>
    reportRetaliation(tx, actor, { ...about, ...input, happenedOn: input.happened }),
  'retaliation-done': (tx, actor, { input, ...about }) =>
    recordWhatWasDone(tx, actor, { ...about, ...input, retaliationId: input.on }),
  'name-office': (tx, actor, { input, ...about }) =>
    nameOfficial(tx, actor, { ...about, officeId: input.office }),
}

/** Reads what was sent for a step and carries it out: the page's door and the API's. */
export async function runStep<S extends ProtectionStep>(
  tx: Tx,
  actor: Actor,
  { step, form, ...about }: AboutCase & { readonly step: S; readonly form: FormBody },
): Promise<Result<unknown, StepFault>> {
  const parsed = parseForm(stepInputs[step], form)
  if (!parsed.ok) return refuse({ errors: parsed.refusal })
  const run = runs[step] as Run<S>
  const done = await run(tx, actor, { ...about, input: parsed.value as StepInput<S> })
  return done.ok ? done : refuse({ code: done.refusal })
}
