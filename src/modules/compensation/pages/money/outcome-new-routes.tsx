import { randomUUID } from 'node:crypto'
import { dayOf } from '../../../../kernel/days.ts'
import { ok, type Result, refuse } from '../../../../kernel/result.ts'
import type { Tx } from '../../../../platform/db.ts'
import { type FieldErrors, typedValues } from '../../../../platform/http/form.ts'
import {
  notFound,
  page,
  type Reply,
  type Route,
  redirect,
  submits,
  type Visit,
} from '../../../../platform/http/route.ts'
import { routes } from '../../../../routes.ts'
import { emptyForm, type FormState } from '../../../../ui/index.ts'
import { findRule, rulebook } from '../../../law/index.ts'
import { readForOutcome } from '../../actions/read-for-outcome.ts'
import { type OutcomeRefusal, recordOutcome } from '../../actions/record-outcome.ts'
import { orderRule } from '../../rules/outcome.ts'
import { moneyHandlers } from './access.ts'
import { readOutcome } from './outcome-form.ts'
import { OutcomeNewPage } from './outcome-new-page.tsx'
import { emptySheet, isReadFirst, rowsToRead, seenOf, type ToRead } from './outcome-words.ts'

/** Something is wrong, or nothing is and what it comes to has to be read once more. */
type Refused = { readonly errors: FieldErrors } | { readonly toRead: ToRead }

export const outcomeNewRoutes: readonly Route[] = [
  {
    ...{ door: 'page', method: 'get', path: routes.complaintOutcomeNew.path },
    access: moneyHandlers,
    show: (visit, tx) => draw(visit, tx, { state: null, toRead: null }),
  },
  submits<Refused>({
    ...{ path: routes.complaintOutcomeNew.path, access: moneyHandlers },
    submit: record,
    refused: async (visit, tx, refused) => {
      const values = typedValues(visit.form)
      if ('errors' in refused)
        return draw(visit, tx, { state: { values, errors: refused.errors }, toRead: null })
      const state = { values, errors: {} }
      return { ...(await draw(visit, tx, { state, toRead: refused.toRead })), status: 200 }
    },
  }),
]

/** Without a state the form is drawn for the first time. */
type Drawn = { readonly state: FormState | null; readonly toRead: ToRead | null }

async function draw(visit: Visit, tx: Tx, { state, toRead }: Drawn): Promise<Reply> {
  const { params, vault, now, reader } = visit
  const ground = await readForOutcome(tx, vault, params.id ?? '')
  if (!ground) return notFound
  visit.looked({ act: 'looked', recordType: 'complaint', recordId: ground.found.id })
  const authority = findRule(await rulebook(tx, dayOf(now)), orderRule)
  const first = () => ({
    ...emptyForm,
    values: { entry: 'rows', sheet: emptySheet(reader, ground) },
  })
  const shown = { ground, authority, toRead, state: state ?? first() }
  return page(<OutcomeNewPage {...shown} submission={randomUUID()} />)
}

async function record(visit: Visit, tx: Tx): Promise<Result<Reply, Refused>> {
  const { params, form, vault, actor, reader, now: at } = visit
  const ground = await readForOutcome(tx, vault, params.id ?? '')
  if (!ground) return ok(notFound)
  const given = readOutcome(form, { ...ground, reader })
  if (!given.ok) return refuse({ errors: given.refusal })
  const { outcome, summed } = given.value
  const isRead = form.seen === seenOf(summed)
  if (isReadFirst(ground, outcome.terms.length) && !isRead)
    return refuse({ toRead: { summed, rows: rowsToRead(outcome, ground) } })
  const version = Number.parseInt(String(form.version), 10)
  const complaintId = ground.found.id
  const done = await recordOutcome(tx, actor, {
    ...{ ...outcome, vault, complaintId, at },
    version: Number.isSafeInteger(version) ? version : null,
  })
  if (!done.ok)
    return refuse({ errors: { [fieldOf(done.refusal)]: { key: `refusal.${done.refusal}` } } })
  return ok(redirect(routes.complaintMoney.href({ id: complaintId }, { done: 'outcome' })))
}

/** Beside which field a refusal of the rules is said. */
const fields: Readonly<Partial<Record<OutcomeRefusal, string>>> = {
  'made-in-the-future': 'madeOn',
  'due-before-made': 'dueOn',
  'due-too-far': 'dueOn',
  'basis-missing': 'basis',
  'waives-criminal-complaint': 'basis',
  'debtor-unknown': 'debtor',
  'too-many-parts': 'parts',
  'part-too-small': 'parts',
  'until-missing': 'until',
  'answer-without-day': 'answerHow',
}
const fieldOf = (refusal: OutcomeRefusal): string => fields[refusal] ?? 'kind'
