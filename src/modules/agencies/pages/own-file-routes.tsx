import { randomUUID } from 'node:crypto'
import { ok, type Result, refuse } from '../../../kernel/result.ts'
import type { Tx } from '../../../platform/db.ts'
import { type FieldErrors, parseForm } from '../../../platform/http/form.ts'
import {
  notFound,
  page,
  type Reply,
  type Route,
  redirect,
  submits,
  type Visit,
} from '../../../platform/http/route.ts'
import { routes } from '../../../routes.ts'
import { evidenceUploads, givenFiles } from '../../evidence/index.ts'
import { listDestinations, listProvinces } from '../../places/index.ts'
import { proposeChange, withdrawProposal } from '../actions/propose.ts'
import { readDossier } from '../actions/read-dossier.ts'
import { askCode, proveByCode } from '../actions/verify-contact.ts'
import { OwnFilePage, ownNotices } from './own-file-page.tsx'
import { codeForm, proposalForm, withdrawForm } from './proposal-form.ts'
import { chosenForm, errorsOf, refusedForm, withDays } from './visit.ts'
import type { Places } from './words.ts'

const clerks = ['agency-clerk'] as const
type Refused = FieldErrors

/** Messages cost money, and a number is not to be rung by whoever likes. */
const codeLimit = { name: 'contact-code', points: 5, seconds: 3600 }

export const ownFileRoutes: readonly Route[] = [
  {
    door: 'page',
    method: 'get',
    path: routes.ownFile.path,
    access: clerks,
    show: (visit, tx) => drawOwnFile(visit, tx, null),
  },
  submits<Refused>({
    path: routes.ownFileProposals.path,
    access: clerks,
    uploads: evidenceUploads,
    submit: propose,
    refused: drawOwnFile,
  }),
  submits<Refused>({
    path: routes.ownProposalWithdraw.path,
    shownAt: routes.ownFile.href(),
    access: clerks,
    submit: async (visit, tx) => {
      const form = parseForm(withdrawForm, visit.form)
      if (!form.ok) return form
      const asked = { id: visit.params.id ?? '', ...form.value, now: visit.now }
      const done = await withdrawProposal(tx, visit.actor, asked)
      if (!done.ok) return refuse({ basis: { key: `refusal.${done.refusal}` } })
      return ok(redirect(routes.ownFile.href({ done: 'withdrawn' })))
    },
    refused: drawOwnFile,
  }),
  submits<Refused>({
    path: routes.ownContactCode.path,
    shownAt: routes.ownFile.href(),
    access: clerks,
    limit: codeLimit,
    submit: async ({ actor, params, vault, now }, tx) => {
      const asked = { contactId: params.id ?? '', vault, now }
      const done = await askCode(tx, actor, asked)
      if (!done.ok) return refuse({ basis: { key: `refusal.${done.refusal}` } })
      return ok(redirect(routes.ownFile.href({ done: 'code-sent' })))
    },
    refused: drawOwnFile,
  }),
  submits<Refused>({
    path: routes.ownContactVerify.path,
    shownAt: routes.ownFile.href(),
    access: clerks,
    submit: async ({ actor, params, vault, now, form }, tx) => {
      const typed = parseForm(codeForm, form)
      if (!typed.ok) return ok(redirect(routes.ownFile.href({ done: 'code-wrong' })))
      const asked = { contactId: params.id ?? '', vault, now, code: typed.value.code }
      const found = await proveByCode(tx, actor, asked)
      // Never refused: a refusal would undo that the try was counted.
      const done = found === 'proven' ? 'proven' : found === 'wrong' ? 'code-wrong' : 'not-proven'
      return ok(redirect(routes.ownFile.href({ done })))
    },
    refused: drawOwnFile,
  }),
]

async function propose(visit: Visit, tx: Tx): Promise<Result<Reply, Refused>> {
  const form = parseForm(proposalForm, withDays(visit.form))
  if (!form.ok) return form
  const { actor, vault, files, now, uploads } = visit
  const done = await proposeChange(tx, actor, {
    ...{ agencyId: actor.agencyId ?? '', ...form.value, given: givenFiles(uploads) },
    ...{ vault, files, now },
  })
  return done.ok
    ? ok(redirect(routes.ownFile.href({ done: 'proposed' })))
    : refuse(errorsOf(done.refusal))
}

async function drawOwnFile(visit: Visit, tx: Tx, errors: Refused | null): Promise<Reply> {
  const { actor, vault, now, query } = visit
  const read = await readDossier(tx, { agencyId: actor.agencyId ?? '', vault, now })
  if (!read) return notFound
  const chosen = errors ? refusedForm(visit, errors) : chosenForm(visit, read.file)
  return page(
    <OwnFilePage
      {...{ read, chosen, now, places: await readPlaces(tx) }}
      done={ownNotices.find((each) => each === query.done) ?? null}
      submission={randomUUID}
    />,
    errors ? 422 : 200,
  )
}

export async function readPlaces(tx: Tx): Promise<Places> {
  const [provinces, destinations] = await Promise.all([listProvinces(tx), listDestinations(tx)])
  return { provinces, destinations }
}
