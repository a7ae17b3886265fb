import { randomUUID } from 'node:crypto'
import { hasRole } from '../../../../../kernel/actor.ts'
import { dayOf } from '../../../../../kernel/days.ts'
import { ok, type Result, refuse } from '../../../../../kernel/result.ts'
import type { Tx } from '../../../../../platform/db.ts'
import { type FieldErrors, parseForm, typedValues } from '../../../../../platform/http/form.ts'
import {
  notFound,
  page,
  type Reply,
  type Route,
  redirect,
  submits,
  type Visit,
} from '../../../../../platform/http/route.ts'
import { fields } from '../../../../../platform/text/index.ts'
import { routes } from '../../../../../routes.ts'
import {
  addParty,
  addStatement,
  endParty,
  replaceRepresentative,
} from '../../../actions/case-parts.ts'
import { changePersons } from '../../../actions/change-persons.ts'
import { matchRespondent } from '../../../actions/match-respondent.ts'
import { readMissed, recordMissedDeadline } from '../../../actions/missed-deadline.ts'
import { openNames } from '../../../actions/person-names.ts'
import { giveReceipts } from '../../../actions/person-receipts.ts'
import { readGroup, readParts } from '../../../actions/read-group.ts'
import { caseHandlers } from '../../../rules/case-tasks.ts'
import { joinings, situations } from '../../../rules/person.ts'
import { findComplaint } from '../../../store/complaint.ts'
import type { PersonFilters } from '../../../store/group.ts'
import { readNames } from '../names.ts'
import { complaintReaders } from '../worklist-routes.tsx'
import { changeOf } from './bulk-changes.ts'
import { missedForm, partyForm, speakerForm, statementForm } from './part-forms.ts'
import { queryOf } from './persons-filters.tsx'
import { PersonsPage } from './persons-page.tsx'
import { ReceiptsPage } from './receipts-page.tsx'

const pageRows = 100
export type PartRefusal = { readonly code: string } | { readonly errors: FieldErrors }

/** The page of everybody whom a case concerns, and what is done with many of them at once. */
export const personsRoutes: readonly Route[] = [
  {
    door: 'page',
    method: 'get',
    path: routes.complaintPersons.path,
    access: complaintReaders,
    show: (visit, tx) => drawPersons(visit, tx, null),
  },
  submits<PartRefusal>({
    path: routes.complaintPersonsBulk.path,
    shownAt: routes.complaintPersons.path,
    access: caseHandlers,
    submit: carryOutBulk,
    refused: (visit, tx, refusal) => drawPersons(visit, tx, { part: 'bulk', refusal }),
  }),
  submits<PartRefusal>({
    path: routes.complaintPart.path,
    shownAt: routes.complaintPersons.path,
    access: caseHandlers,
    submit: addPart,
    refused: (visit, tx, refusal) =>
      drawPersons(visit, tx, { part: visit.params.part ?? '', refusal }),
  }),
]

function filtersOf({ query }: Visit): PersonFilters {
  return {
    situation: situations.find((one) => one === query.situation) ?? null,
    joins: joinings.find((one) => one === query.joins) ?? null,
    left: query.left === 'yes',
  }
}

const notices = ['added', 'changed', 'kept'] as const

async function drawPersons(
  visit: Visit,
  tx: Tx,
  refused: { part: string; refusal: PartRefusal } | null,
): Promise<Reply> {
  const { vault, params, query, actor } = visit
  const complaint = await findComplaint(tx, params.id ?? '')
  if (!complaint) return notFound
  visit.looked({ act: 'looked', recordType: 'complaint', recordId: complaint.id })
  const filters = filtersOf(visit)
  const after = Math.max(0, Math.min(Number(query.after) || 0, 1_000_000))
  const ask = { complaintId: complaint.id, filters, after: Math.floor(after), limit: pageRows }
  const [group, parts, missed] = await Promise.all([
    readGroup(tx, vault, ask),
    readParts(tx, vault, { complaint, personId: null }),
    readMissed(tx, vault, complaint.id),
  ])
  const agencies = parts.parties.map(({ agencyId }) => agencyId)
  const names = await readNames(tx, { people: [], agencies })
  const body = (
    <PersonsPage
      {...{ complaint, group, parts, missed, names, filters, after: ask.after }}
      mayWork={hasRole(actor, ...caseHandlers)}
      notice={notices.find((one) => one === query.done) ?? null}
      refused={refused && refusedForm(visit, refused)}
      submission={randomUUID()}
    />
  )
  return page(body, refused ? 422 : 200)
}

export const refusedForm = (
  { form }: Visit,
  { part, refusal }: { part: string; refusal: PartRefusal },
) => ({
  part,
  state: { values: typedValues(form), errors: 'errors' in refusal ? refusal.errors : {} },
  code: 'code' in refusal ? refusal.code : null,
})

async function carryOutBulk(visit: Visit, tx: Tx): Promise<Result<Reply, PartRefusal>> {
  const { form, params, actor, vault, now: at } = visit
  const complaintId = params.id ?? ''
  const personIds = [form.person ?? []].flat()
  if (form.do === 'receipts') {
    const given = await giveReceipts(tx, actor, { vault, complaintId, personIds, at })
    if (!given.ok) return refuse({ code: given.refusal })
    const complaint = await findComplaint(tx, complaintId)
    if (!complaint) return refuse({ code: 'not-found' })
    const ids = given.value.map(({ personId }) => personId)
    const names = await openNames(tx, vault, ids)
    return ok(page(<ReceiptsPage {...{ complaint, names }} receipts={given.value} />))
  }
  const change = changeOf(String(form.change ?? ''), String(form.how ?? ''))
  if (!change) return refuse({ code: 'change-missing' })
  const done = await changePersons(tx, actor, { vault, complaintId, personIds, change, at })
  if (!done.ok) return refuse({ code: done.refusal })
  const query = { ...queryOf(filtersOf(visit)), done: 'changed' }
  return ok(redirect(routes.complaintPersons.href({ id: complaintId }, query)))
}

async function addPart(visit: Visit, tx: Tx): Promise<Result<Reply, PartRefusal>> {
  const { params } = visit
  const id = params.id ?? ''
  const keep = keepers[params.part ?? '']
  if (!keep) return ok(notFound)
  const kept = await keep(visit, tx, id)
  if (!kept.ok) return kept
  return ok(redirect(routes.complaintPersons.href({ id }, { done: 'kept' })))
}

type Keep = (visit: Visit, tx: Tx, complaintId: string) => Promise<Result<null, PartRefusal>>

const keepers: Readonly<Record<string, Keep>> = {
  party: async ({ actor, vault, now: at, form }, tx, complaintId) => {
    const given = parseForm(partyForm, form)
    if (!given.ok) return refuse({ errors: given.refusal })
    const { partyRole: role, partyKind: kind, partyName: name, ...rest } = given.value
    // A lent or imitated name is the register's only by its letters.
    const isAgency = kind === 'agency' && name !== null && rest.partyNameIs === 'own'
    const certain = isAgency ? (await matchRespondent(tx, name, dayOf(at))).certain : null
    const isMinor = rest.partyMinor === 'yes'
    const party = {
      role,
      kind,
      isMinor,
      nameIs: rest.partyNameIs,
      agencyId: certain?.id ?? null,
      name: certain ? null : name,
    }
    return coded(await addParty(tx, actor, { vault, complaintId, at, ...party }))
  },
  'party-end': async ({ actor, now: at, form }, tx, complaintId) =>
    coded(await endParty(tx, actor, { complaintId, at, partyId: String(form.party ?? '') })),
  deadline: async ({ actor, vault, now: at, form }, tx, complaintId) => {
    const given = parseForm(missedForm, fields.foldDay(form, 'missedSince'))
    if (!given.ok) return refuse({ errors: given.refusal })
    const { missedWhat: what, missedBy: byWhom, missedSince: since, ...more } = given.value
    const missed = { what, byWhom, since, why: more.missedWhy, after: more.missedThen }
    return coded(await recordMissedDeadline(tx, actor, { vault, complaintId, at, ...missed }))
  },
  representative: async ({ actor, vault, now: at, form }, tx, complaintId) => {
    const given = parseForm(speakerForm, form)
    if (!given.ok) return refuse({ errors: given.refusal })
    const { speakerName: name, speakerRelation: relation } = given.value
    const speaker = { vault, complaintId, at, personId: null, name, relation }
    return coded(await replaceRepresentative(tx, actor, speaker))
  },
  statement: async ({ actor, vault, now: at, form }, tx, complaintId) => {
    const given = parseForm(statementForm, fields.foldDay(form, 'saidOn'))
    if (!given.ok) return refuse({ errors: given.refusal })
    const { saidField: field, saidValue: value, saidSource: source, saidOn } = given.value
    const said = { vault, complaintId, at, personId: null, field, value, source, saidOn }
    return coded(await addStatement(tx, actor, said))
  },
}

export const coded = (result: Result<unknown, string>): Result<null, PartRefusal> =>
  result.ok ? ok(null) : refuse({ code: result.refusal })
