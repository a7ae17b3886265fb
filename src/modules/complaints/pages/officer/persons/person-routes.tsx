import { randomUUID } from 'node:crypto'
import { z } from 'zod'
import { hasRole } from '../../../../../kernel/actor.ts'
import { ok, type Result, refuse } from '../../../../../kernel/result.ts'
import type { Tx } from '../../../../../platform/db.ts'
import { parseForm } from '../../../../../platform/http/form.ts'
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
  addClaim,
  addStatement,
  changeClaim,
  replaceRepresentative,
} from '../../../actions/case-parts.ts'
import { changePersons } from '../../../actions/change-persons.ts'
import { correctPerson } from '../../../actions/correct-person.ts'
import { type NamedPerson, readParts, readPerson } from '../../../actions/read-group.ts'
import type { RevealedContact } from '../../../actions/reveal-contact.ts'
import { revealPerson } from '../../../actions/reveal-person.ts'
import { writeToPerson } from '../../../actions/write-to-person.ts'
import { caseHandlers } from '../../../rules/case-tasks.ts'
import type { Complaint } from '../../../rules/complaint.ts'
import { leavings, type PersonClaimKind } from '../../../rules/person.ts'
import type { PersonChange } from '../../../rules/person-change.ts'
import { findComplaint } from '../../../store/complaint.ts'
import { words } from '../case-steps.ts'
import { complaintReaders } from '../worklist-routes.tsx'
import {
  claimForm,
  claimStateForm,
  correctionForm,
  joinForm,
  speakerForm,
  statementForm,
} from './part-forms.ts'
import { PersonPage } from './person-page.tsx'
import { coded, type PartRefusal, refusedForm } from './persons-routes.tsx'

/** One person of a case. */
export const personRoutes: readonly Route[] = [
  {
    door: 'page',
    method: 'get',
    path: routes.complaintPerson.path,
    access: complaintReaders,
    show: (visit, tx) => draw(visit, tx, {}),
  },
  submits<PartRefusal>({
    path: routes.complaintPersonPart.path,
    shownAt: routes.complaintPerson.path,
    access: caseHandlers,
    submit: takePart,
    refused: (visit, tx, refusal) =>
      draw(visit, tx, { refused: { part: visit.params.part ?? '', refusal } }),
  }),
]

type Drawn = {
  readonly refused?: { part: string; refusal: PartRefusal }
  readonly revealed?: RevealedContact
}
type Found = { readonly complaint: Complaint; readonly person: NamedPerson }

/** The place of a person in her case, counted from one; null where an address names none. */
function positionOf(text: string | undefined): number | null {
  const position = Number(text)
  return Number.isSafeInteger(position) && position > 0 && position < 1e6 ? position : null
}

async function draw(visit: Visit, tx: Tx, { refused, revealed }: Drawn): Promise<Reply> {
  const { vault, params, query, actor } = visit
  const complaint = await findComplaint(tx, params.id ?? '')
  const position = positionOf(params.person)
  if (!complaint || position === null) return notFound
  const found = await readPerson(tx, vault, { complaintId: complaint.id, position })
  if (!found) return notFound
  visit.looked({ act: 'looked', recordType: 'case_person', recordId: found.person.id })
  const parts = await readParts(tx, vault, { complaint, personId: found.person.id })
  const body = (
    <PersonPage
      {...{ complaint, ...found, parts }}
      mayWork={hasRole(actor, ...caseHandlers)}
      notice={query.done === 'kept'}
      revealed={revealed ?? null}
      refused={refused ? refusedForm(visit, refused) : null}
      submission={randomUUID()}
    />
  )
  return page(body, refused ? 422 : 200)
}

async function takePart(visit: Visit, tx: Tx): Promise<Result<Reply, PartRefusal>> {
  const { params, vault } = visit
  const complaint = await findComplaint(tx, params.id ?? '')
  const position = positionOf(params.person)
  const found =
    complaint && position !== null
      ? await readPerson(tx, vault, { complaintId: complaint.id, position })
      : null
  if (!complaint || !found) return ok(notFound)
  const at = { complaint, person: found.person }
  if (params.part === 'contact') return reveal(visit, tx, at)
  const take = parts[params.part ?? '']
  if (!take) return ok(notFound)
  const taken = await take(visit, tx, at)
  if (!taken.ok) return taken
  const there = { id: complaint.id, person: String(position) }
  return ok(redirect(routes.complaintPerson.href(there, { done: 'kept' })))
}

type TakePart = (visit: Visit, tx: Tx, found: Found) => Promise<Result<null, PartRefusal>>

const common = ({ vault, now: at }: Visit, { complaint, person }: Found) => ({
  ...{ vault, at, complaintId: complaint.id, personId: person.id },
})

async function change(
  visit: Visit,
  tx: Tx,
  { found, changes }: { found: Found; changes: readonly PersonChange[] },
): Promise<Result<null, PartRefusal>> {
  const { complaint, person } = found
  for (const one of changes) {
    const who = { complaintId: complaint.id, personIds: [person.id] }
    const step = { ...who, vault: visit.vault, change: one, at: visit.now }
    const done = await changePersons(tx, visit.actor, step)
    if (!done.ok) return refuse({ code: done.refusal })
  }
  return ok(null)
}

const known = { yes: true, no: false, unknown: null } as const

const parts: Readonly<Record<string, TakePart>> = {
  facts: async (visit, tx, found) => {
    const given = parseForm(correctionForm, fields.foldDay(visit.form, 'rightOn'))
    if (!given.ok) return refuse({ errors: given.refusal })
    const { rightName: name, rightContact: contact, situation, sex, minor, ...said } = given.value
    // Left empty, name and contact stay as they are.
    const right = {
      ...(name === null ? {} : { name }),
      ...(contact === null ? {} : { contact }),
      ...{ situation, sex: sex === 'unknown' ? null : sex, minor: known[minor] },
    }
    const { rightSource: source, rightOn: saidOn } = said
    const step = { ...common(visit, found), right, source, saidOn }
    return coded(await correctPerson(tx, visit.actor, step))
  },
  joins: async (visit, tx, found) => {
    const given = parseForm(joinForm, visit.form)
    if (!given.ok) return refuse({ errors: given.refusal })
    const { joins, nameShown, how } = given.value
    const shown = nameShown === 'yes'
    const changes: PersonChange[] = []
    if (joins !== found.person.joins) changes.push({ what: 'joins', joins, how })
    if (shown !== found.person.nameShown) changes.push({ what: 'name-shown', shown, how })
    return change(visit, tx, { found, changes })
  },
  left: (visit, tx, found) => {
    const why = leavings.find((one) => one === visit.form.why) ?? 'own-wish'
    return change(visit, tx, { found, changes: [{ what: 'left', why }] })
  },
  back: (visit, tx, found) => change(visit, tx, { found, changes: [{ what: 'back' }] }),
  message: async (visit, tx, found) => {
    const given = parseForm(z.object({ words }), visit.form)
    if (!given.ok) return refuse({ errors: given.refusal })
    const letter = { ...common(visit, found), words: given.value.words }
    return coded(await writeToPerson(tx, visit.actor, letter))
  },
  representative: async (visit, tx, found) => {
    const given = parseForm(speakerForm, visit.form)
    if (!given.ok) return refuse({ errors: given.refusal })
    const { speakerName: name, speakerRelation: relation } = given.value
    const speaker = { ...common(visit, found), name, relation }
    return coded(await replaceRepresentative(tx, visit.actor, speaker))
  },
  statement: async (visit, tx, found) => {
    const given = parseForm(statementForm, fields.foldDay(visit.form, 'saidOn'))
    if (!given.ok) return refuse({ errors: given.refusal })
    const { saidField: field, saidValue: value, saidSource: source, saidOn } = given.value
    const said = { ...common(visit, found), field, value, source, saidOn }
    return coded(await addStatement(tx, visit.actor, said))
  },
  claim: async (visit, tx, found) => {
    const given = parseForm(claimForm, fields.foldDay(visit.form, 'claimArose'))
    if (!given.ok) return refuse({ errors: given.refusal })
    const { claimKind, claimCurrency, claimShare, minor, ...rest } = given.value
    const claim = {
      ...{ ...common(visit, found), kind: claimKind as PersonClaimKind, minor },
      currency: minor === null && claimShare !== null ? null : claimCurrency,
      ...{ share: claimShare?.[0] ?? null, shareOf: claimShare?.[1] ?? null },
      ...{ basis: rest.claimBasis, creditor: rest.claimCreditor, interest: rest.claimInterest },
      aroseOn: rest.claimArose,
    }
    return coded(await addClaim(tx, visit.actor, claim))
  },
  'claim-state': async (visit, tx, found) => {
    const given = parseForm(claimStateForm, visit.form)
    if (!given.ok) return refuse({ errors: given.refusal })
    const { claim: claimId, claimVersion: version, claimState: state, minor } = given.value
    const was = found.person.claims.find(({ id }) => id === claimId)
    if (!was) return refuse({ code: 'not-found' })
    // Left empty, the sum stays as it is.
    const sum =
      minor === null
        ? { minor: was.minor === null ? null : BigInt(was.minor), currency: was.currency }
        : { minor, currency: given.value.claimNewCurrency }
    const { complaintId, at } = common(visit, found)
    const step = { complaintId, at, claimId, version, state, ...sum }
    return coded(await changeClaim(tx, visit.actor, step))
  },
}

const reasonForm = z.object({
  reason: fields.line({
    ...{ max: 300, missing: 'complaints.field.reason.missing' },
    tooLong: 'complaints.field.reason.too-long',
  }),
})

/** Shown on this answer and on no other. */
async function reveal(visit: Visit, tx: Tx, found: Found): Promise<Result<Reply, PartRefusal>> {
  const form = parseForm(reasonForm, visit.form)
  if (!form.ok) return refuse({ errors: form.refusal })
  const { vault, complaintId, personId } = common(visit, found)
  const ask = { vault, complaintId, personId, reason: form.value.reason }
  const revealed = await revealPerson(tx, visit.actor, ask)
  if (!revealed.ok) return refuse({ code: revealed.refusal })
  return ok(await draw(visit, tx, { revealed: revealed.value }))
}
