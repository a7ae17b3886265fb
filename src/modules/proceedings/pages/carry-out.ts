import type { z } from 'zod'
import { ok, type Result, refuse } from '../../../kernel/result.ts'
import type { Tx } from '../../../platform/db.ts'
import { type FieldErrors, parseForm } from '../../../platform/http/form.ts'
import type { Visit } from '../../../platform/http/route.ts'
import { type ComplaintId, moveComplaint } from '../../complaints/index.ts'
import { addEntry, recordAward } from '../actions/entries.ts'
import { recordProceeding, stepProceeding } from '../actions/proceedings.ts'
import { awardInput, entryInput, recordInput, stepInput, waitInput } from './inputs.ts'

export const steps = ['record', 'step', 'entry', 'award', 'wait'] as const
export type ProceedingStep = (typeof steps)[number]
export type StepRefused = { readonly code: string } | { readonly errors: FieldErrors }

type About = { readonly vault: Visit['vault']; readonly complaintId: string; readonly at: Date }
type Around = { readonly visit: Visit; readonly tx: Tx; readonly complaintId: string }
type Doer = (around: Around) => Promise<Result<unknown, StepRefused>>
type Refusing = string | { readonly code: string; readonly at: number | null }

/** The same for page and API. */
export const carryOut = (step: ProceedingStep, around: Around) => doers[step](around)

const doers: Readonly<Record<ProceedingStep, Doer>> = {
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

function doing<S extends z.ZodType>(
  schema: S,
  act: (input: z.output<S>, about: About, around: Around) => Promise<Result<unknown, Refusing>>,
): Doer {
  return async (around) => {
    const { visit, complaintId } = around
    const form = parseForm(schema, visit.form)
    if (!form.ok) return refuse({ errors: form.refusal })
    const about = { vault: visit.vault, complaintId, at: visit.now }
    const done = await act(form.value, about, around)
    if (done.ok) return ok(done.value)
    const { refusal } = done
    if (typeof refusal === 'string') return refuse({ code: refusal })
    const key = `proceedings.terms.${refusal.code}`
    return refuse({ errors: { sum: { key, values: { at: refusal.at ?? 0 } } } })
  }
}
