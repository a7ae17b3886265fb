import { type CaseStep, caseSteps } from '../../compensation/index.ts'
import { type ComplaintId, moveComplaint } from '../../complaints/index.ts'
import { addEntry, recordAward } from '../actions/entries.ts'
import { recordProceeding, stepProceeding } from '../actions/proceedings.ts'
import { awardInput, entryInput, recordInput, stepInput, waitInput } from './inputs.ts'

export const steps = ['record', 'step', 'entry', 'award', 'wait'] as const
export type ProceedingStep = (typeof steps)[number]

const doing = caseSteps((code) => `proceedings.terms.${code}`)

/** The same for page and API. */
export const doers: Readonly<Record<ProceedingStep, CaseStep>> = {
  record: doing(recordInput, (input, about, { tx, visit }) =>
    recordProceeding(tx, visit.actor, { ...about, ...input }),
  ),
  step: doing(stepInput, ({ target, ...input }, about, { tx, visit }) =>
    stepProceeding(tx, visit.actor, { ...about, ...input, proceedingId: target }),
  ),
  entry: doing(entryInput, ({ target, ...input }, about, { tx, visit }) =>
    addEntry(tx, visit.actor, { ...about, ...input, proceedingId: target }),
  ),
  award: doing(awardInput, (input, about, { tx, visit }) =>
    recordAward(tx, visit.actor, { ...about, ...input }),
  ),
  // The case waits, with an owner and a day: it is not handed over.
  wait: doing(waitInput, ({ reviewOn, words }, { vault, complaintId, at }, { tx, visit }) =>
    moveComplaint(tx, visit.actor, {
      ...{ vault, at, words, reviewOn, version: null },
      ...{ id: complaintId as ComplaintId, action: 'wait-elsewhere' },
    }),
  ),
}
