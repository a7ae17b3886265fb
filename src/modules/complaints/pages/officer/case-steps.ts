import { z } from 'zod'
import { isUuid } from '../../../../kernel/ids.ts'
import { ok, type Result, refuse } from '../../../../kernel/result.ts'
import type { Tx } from '../../../../platform/db.ts'
import { type FieldErrors, parseForm } from '../../../../platform/http/form.ts'
import type { Visit } from '../../../../platform/http/route.ts'
import { fields } from '../../../../platform/text/index.ts'
import { answerComplainant } from '../../actions/answer-complainant.ts'
import { assignTo } from '../../actions/assign-complaint.ts'
import { addCaseNote, markMessagesRead } from '../../actions/case-file-notes.ts'
import { issueNewSecret } from '../../actions/new-secret.ts'
import { recordConsent } from '../../actions/record-consent.ts'
import { takeComplaintAction } from '../../actions/take-complaint-action.ts'
import { transferComplaint } from '../../actions/transfer-complaint.ts'
import {
  type CaseTask,
  calledPeople,
  consentWays,
  newSecretReasons,
} from '../../rules/case-tasks.ts'
import { type ComplaintAction, handActions, wordsOf } from '../../rules/lifecycle.ts'
import { parseExtra } from './step-extras.ts'

/** Words of an action, the same for page and API. */
export const words = fields.lines({
  max: 4000,
  missing: 'complaints.words.missing',
  tooLong: 'complaints.words.too-long',
})
const version = z.coerce.number().pipe(z.int().min(1))
/** How many messages stood on the page; a form drawn before they were counted has none. */
const messages = z.coerce.number().pipe(z.int().min(0)).nullable().default(null)
const oneOf = (message: string) => z.string({ error: message }).refine(isUuid, message)

/** Either what is wrong beside a field, or the code of a refusal. */
export type StepRefusal = { readonly code: string } | { readonly errors: FieldErrors }
/** What follows when a step was carried out: new digits have to be handed over. */
export type StepDone = { readonly secret: string; readonly number: string } | null
type Carried = Promise<Result<StepDone, StepRefusal>>
type Around = { readonly visit: Visit; readonly tx: Tx; readonly complaintId: string }
type Task = Exclude<CaseTask, 'reveal-contact'>

/** Carries out one form of the case page. */
export function carryOutStep(step: ComplaintAction | Task, around: Around): Carried {
  return isLifecycle(step) ? lifecycleStep(step, around) : tasks[step](around)
}

const isLifecycle = (step: string): step is ComplaintAction =>
  handActions.some((action) => action === step)

async function lifecycleStep(action: ComplaintAction, around: Around): Carried {
  const { visit, tx, complaintId } = around
  const schema = z.object({
    ...{ version, messages },
    words: wordsOf[action] === null ? z.null().default(null).catch(null) : words,
  })
  const [form, extra] = [parseForm(schema, visit.form), parseExtra(action, visit.form)]
  if (!form.ok || !extra.ok) {
    const wrong = [form, extra].map((one) => (one.ok ? {} : one.refusal))
    return refuse({ errors: Object.assign({}, ...wrong) })
  }
  const step = { vault: visit.vault, at: visit.now, complaintId, action }
  return coded(takeComplaintAction(tx, visit.actor, { ...step, ...form.value, ...extra.value }))
}

const tasks: Readonly<Record<Task, (around: Around) => Carried>> = {
  take: (around) =>
    parsed(z.object({ version }), around, ({ version }, { visit, tx, complaintId }) =>
      assignTo(tx, visit.actor, { complaintId, version, ownerId: visit.actor.id, at: visit.now }),
    ),
  assign: (around) =>
    parsed(
      z.object({ version, officer: oneOf('complaints.field.officer.missing') }),
      around,
      ({ version, officer }, { visit, tx, complaintId }) =>
        assignTo(tx, visit.actor, { complaintId, version, ownerId: officer, at: visit.now }),
    ),
  answer: (around) =>
    parsed(z.object({ version, messages, words }), around, (input, { visit, tx, complaintId }) =>
      answerComplainant(tx, visit.actor, {
        ...{ vault: visit.vault, at: visit.now, complaintId },
        ...input,
      }),
    ),
  'mark-read': ({ visit, tx, complaintId }) =>
    coded(markMessagesRead(tx, visit.actor, { complaintId, at: visit.now })),
  note: (around) =>
    parsed(z.object({ words }), around, (input, { visit, tx, complaintId }) =>
      addCaseNote(tx, visit.actor, {
        ...{ vault: visit.vault, at: visit.now, complaintId },
        ...input,
      }),
    ),
  'record-consent': (around) =>
    parsed(consentForm, around, ({ version, item, how }, { visit, tx, complaintId }) =>
      recordConsent(tx, visit.actor, {
        ...{ vault: visit.vault, at: visit.now, complaintId, version, how },
        ...item,
      }),
    ),
  transfer: (around) =>
    parsed(
      z.object({ version, words, office: oneOf('complaints.field.office.missing') }),
      around,
      ({ office, ...input }, { visit, tx, complaintId }) =>
        transferComplaint(tx, visit.actor, {
          ...{ vault: visit.vault, at: visit.now, complaintId, officeId: office },
          ...input,
        }),
    ),
  'new-secret': async (around) => {
    const { visit, tx, complaintId } = around
    const form = parseForm(newSecretForm, visit.form)
    if (!form.ok) return refuse({ errors: form.refusal })
    const { vault, now: at, actor } = visit
    const { reached: _, ...asked } = form.value
    const issued = await issueNewSecret(tx, actor, { vault, at, complaintId, ...asked })
    return issued.ok ? ok(issued.value) : refuse({ code: issued.refusal })
  },
}

const changes = {
  'give-name': { change: 'give', item: 'name' },
  'give-story': { change: 'give', item: 'story' },
  'give-recording': { change: 'give', item: 'recording' },
  'withdraw-name': { change: 'withdraw', item: 'name' },
  'withdraw-story': { change: 'withdraw', item: 'story' },
  'withdraw-recording': { change: 'withdraw', item: 'recording' },
} as const
const consentForm = z.object({
  version,
  item: z
    .enum(Object.keys(changes) as (keyof typeof changes)[], {
      error: 'complaints.consent.what.missing',
    })
    .transform((chosen) => changes[chosen]),
  how: fields.choice(consentWays, 'complaints.consent.how.missing'),
})

/** The old digits end at once, so it is asked first who was reached, and why. */
const newSecretForm = z.object({
  version,
  called: fields.choice(calledPeople, 'complaints.new-secret.called.missing'),
  reached: z.literal('yes', { error: 'complaints.new-secret.reached.missing' }),
  why: fields.choice(newSecretReasons, 'complaints.new-secret.why.missing'),
  words: fields.optionalLines({ max: 1000, tooLong: 'complaints.words.too-long' }),
})

async function parsed<S extends z.ZodType>(
  schema: S,
  around: Around,
  carryOut: (input: z.output<S>, around: Around) => Promise<Result<unknown, string>>,
): Carried {
  const form = parseForm(schema, around.visit.form)
  if (!form.ok) return refuse({ errors: form.refusal })
  return coded(carryOut(form.value, around))
}

async function coded(carried: Promise<Result<unknown, string>>): Carried {
  const result = await carried
  return result.ok ? ok(null) : refuse({ code: result.refusal })
}
