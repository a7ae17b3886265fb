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
import type { AgencyId } from '../../../agencies/index.ts'
import { listPersons } from '../../../complaints/index.ts'
import { findRule, rulebook } from '../../../law/index.ts'
import type { Party } from '../../../ledger/index.ts'
import { type CaseMoney, readCaseMoney } from '../../actions/read-case-money.ts'
import { type OutcomeRefusal, recordOutcome } from '../../actions/record-outcome.ts'
import { orderRule } from '../../rules/outcome.ts'
import { moneyHandlers } from './access.ts'
import { readOutcome } from './outcome-form.ts'
import { OutcomeNewPage } from './outcome-new-page.tsx'

export const outcomeNewRoutes: readonly Route[] = [
  {
    ...{ door: 'page', method: 'get', path: routes.complaintOutcomeNew.path },
    access: moneyHandlers,
    show: (visit, tx) => draw(visit, tx, emptyForm),
  },
  submits<FieldErrors>({
    ...{ path: routes.complaintOutcomeNew.path, access: moneyHandlers },
    submit: record,
    refused: (visit, tx, errors) => draw(visit, tx, { values: typedValues(visit.form), errors }),
  }),
]

async function draw(visit: Visit, tx: Tx, state: FormState): Promise<Reply> {
  const { params, vault, now } = visit
  const money = await readCaseMoney(tx, vault, { complaintId: params.id ?? '' })
  if (!money) return notFound
  visit.looked({ act: 'looked', recordType: 'complaint', recordId: money.found.id })
  const authority = findRule(await rulebook(tx, dayOf(now)), orderRule)
  const facts = { money, state, authority, debtors: debtorsOf(money) }
  return page(<OutcomeNewPage {...facts} submission={randomUUID()} />)
}

/** Whoever stands in the file as somebody complained of, owing or paying. */
function debtorsOf({ book }: CaseMoney): Party[] {
  const seen = new Set<string>()
  return [...book.parties.values()].flatMap(({ id, agencyId }): Party[] => {
    const party: Party =
      agencyId === null ? { kind: 'party', id } : { kind: 'agency', id: agencyId as AgencyId }
    if (seen.has(party.id)) return []
    seen.add(party.id)
    return [party]
  })
}

async function record(visit: Visit, tx: Tx): Promise<Result<Reply, FieldErrors>> {
  const { params, form, vault, actor, now: at } = visit
  const complaintId = params.id ?? ''
  const given = readOutcome(form, await listPersons(tx, complaintId))
  if (!given.ok) return given
  const version = Number.parseInt(String(form.version), 10)
  const asked = { ...given.value, vault, complaintId, at }
  const done = await recordOutcome(tx, actor, {
    ...asked,
    version: Number.isSafeInteger(version) ? version : null,
  })
  if (!done.ok) return refuse({ [fieldOf(done.refusal)]: { key: `refusal.${done.refusal}` } })
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
