import type { z } from 'zod'
import { ok, type Result, refuse } from '../../../kernel/result.ts'
import type { Tx } from '../../../platform/db.ts'
import { type FieldErrors, parseForm, typedValues } from '../../../platform/http/form.ts'
import { type Reply, redirect, type Visit } from '../../../platform/http/route.ts'
import type { FormState } from '../../../ui/index.ts'

/** A step on a case, for page and API: parse, act, and say what is wrong where it is wrong. */
export type CaseStep = (around: AroundStep) => Promise<Result<unknown, StepRefused>>
export type AroundStep = { readonly visit: Visit; readonly tx: Tx; readonly complaintId: string }
export type StepRefused = { readonly code: string } | { readonly errors: FieldErrors }

type About = { readonly vault: Visit['vault']; readonly complaintId: string; readonly at: Date }
type Fault = { readonly code: string; readonly at: number | null; readonly personId?: string }
type Refusing = string | readonly Fault[]
type Act<S extends z.ZodType> = (
  input: z.output<S>,
  about: About,
  around: AroundStep,
) => Promise<Result<unknown, Refusing>>

/** What is wrong with the sums is said beside them, with the line or the person. */
export const caseSteps =
  (sentenceOf: (code: string) => string) =>
  <S extends z.ZodType>(schema: S, act: Act<S>): CaseStep =>
  async (around) => {
    const { visit, complaintId } = around
    const form = parseForm(schema, visit.form)
    if (!form.ok) return refuse({ errors: form.refusal })
    const about = { vault: visit.vault, complaintId, at: visit.now }
    const done = await act(form.value, about, around)
    if (done.ok) return ok(done.value)
    const { refusal } = done
    if (typeof refusal === 'string') return refuse({ code: refusal })
    return refuse({ errors: faultsByField(refusal, sentenceOf) })
  }

const mostFaults = 50

/** Each at the row of its own person; lines of a paste are named together. */
function faultsByField(
  faults: readonly Fault[],
  sentenceOf: (code: string) => string,
): FieldErrors {
  const beside = faults.flatMap(({ code, at, personId }) => {
    if (personId === undefined) return []
    const field = code === 'answer-missing' ? 'answer' : 'sum'
    return [[`${field}-${personId}`, { key: sentenceOf(code), values: { at: at ?? 0 } }] as const]
  })
  if (beside.length > 0) return Object.fromEntries(beside.slice(0, mostFaults))
  const [first] = faults
  if (!first) return {}
  const field = first.at === null ? 'sum' : 'pasted'
  if (faults.length === 1)
    return { [field]: { key: sentenceOf(first.code), values: { at: first.at ?? 0 } } }
  const lines = faults.slice(0, mostFaults).map(({ at }) => at)
  return { [field]: { key: sentenceOf('lines-wrong'), values: { at: lines.join(', ') } } }
}

/** A form of a page with many that was sent and refused: drawn again with nothing lost. */
export type SentStep<S extends string> = {
  readonly step: S
  readonly target: string
  readonly state: FormState
  /** The refusal's code when no single field is wrong. */
  readonly refusal: string | null
}

export function sentOf<S extends string>(
  { form }: Visit,
  step: S,
  refusal: StepRefused,
): SentStep<S> {
  const errors = 'errors' in refusal ? refusal.errors : {}
  return {
    ...{ step, target: String(form.target ?? ''), state: { values: typedValues(form), errors } },
    refusal: 'code' in refusal ? refusal.code : null,
  }
}

/** Carries out the step that the address names; leads back to the page that asked for it. */
export async function takeCaseStep(
  visit: Visit,
  tx: Tx,
  { step, shownAt }: { readonly step: CaseStep | null; readonly shownAt: (id: string) => string },
): Promise<Result<Reply, StepRefused>> {
  const { id = '' } = visit.params
  if (!step) return refuse({ code: 'not-found' })
  const done = await step({ visit, tx, complaintId: id })
  return done.ok ? ok(redirect(shownAt(id))) : done
}
