import { randomUUID } from 'node:crypto'
import { hasRole } from '../../../kernel/actor.ts'
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
import { emptyForm, type FormState } from '../../../ui/index.ts'
import { evidenceUploads, givenFiles } from '../../evidence/index.ts'
import { judgePersons } from '../actions/judge-persons.ts'
import { enterFact } from '../actions/propose.ts'
import { readDossier } from '../actions/read-dossier.ts'
import { proveByOfficer } from '../actions/verify-contact.ts'
import { fileNotices, OfficerFilePage } from './file-page.tsx'
import { readPlaces } from './own-file-routes.tsx'
import type { ChosenForm } from './proposal-fields.tsx'
import { enterForm, judgeForm, proposalForm, verifyForm } from './proposal-form.ts'
import { chosenForm, errorsOf, fileReaders, licensing, refusedForm, withDays } from './visit.ts'

export const fileRoutes: readonly Route[] = [
  {
    door: 'page',
    method: 'get',
    path: routes.officerAgencyFile.path,
    access: fileReaders,
    show: (visit, tx) => drawFile(visit, tx, { refused: emptyForm }),
  },
  submits<FieldErrors>({
    path: routes.officerAgencyFact.path,
    access: licensing,
    uploads: evidenceUploads,
    submit: enter,
    refused: (visit, tx, errors) =>
      drawFile(visit, tx, { refused: emptyForm, chosen: refusedForm(visit, errors) }),
  }),
  submits<FieldErrors>({
    path: routes.officerAgencyPersons.path,
    access: licensing,
    submit: async (visit, tx) => {
      const form = parseForm(judgeForm, visit.form)
      if (!form.ok) return form
      const agencyId = visit.params.id ?? ''
      const done = await judgePersons(tx, visit.actor, { agencyId, ...form.value, now: visit.now })
      if (!done.ok) return refuse({ reason: { key: `refusal.${done.refusal}` } })
      return ok(back(visit, 'judged'))
    },
    refused: (visit, tx, errors) => drawFile(visit, tx, { refused: { values: {}, errors } }),
  }),
  submits<FieldErrors>({
    path: routes.officerContactVerify.path,
    shownAt: routes.officerAgencies.href(),
    access: licensing,
    submit: async (visit, tx) => {
      const form = parseForm(verifyForm, visit.form)
      if (!form.ok) return form
      const { params, actor, now } = visit
      const one = { agencyId: params.id ?? '', contactId: params.contact ?? '' }
      const done = await proveByOfficer(tx, actor, { ...one, ...form.value, now })
      if (!done.ok) return refuse({ note: { key: `refusal.${done.refusal}` } })
      return ok(back(visit, 'proven'))
    },
    refused: (visit, tx, errors) => drawFile(visit, tx, { refused: { values: {}, errors } }),
  }),
]

const back = ({ params }: Visit, done: (typeof fileNotices)[number]): Reply =>
  redirect(routes.officerAgencyFile.href({ id: params.id ?? '' }, { done }))

async function enter(visit: Visit, tx: Tx): Promise<Result<Reply, FieldErrors>> {
  const form = parseForm(proposalForm, withDays(visit.form))
  if (!form.ok) return form
  const seen = parseForm(enterForm, visit.form)
  if (!seen.ok) return refuse({ basis: { key: 'refusal.changed-meanwhile' } })
  const { actor, vault, files, now, uploads, params } = visit
  const done = await enterFact(tx, actor, {
    ...{ agencyId: params.id ?? '', ...form.value, given: givenFiles(uploads) },
    ...{ vault, files, now, version: seen.value.fileVersion },
  })
  return done.ok ? ok(back(visit, 'entered')) : refuse(errorsOf(done.refusal))
}

type Drawn = { readonly refused: FormState; readonly chosen?: ChosenForm | null }

async function drawFile(visit: Visit, tx: Tx, { refused, chosen }: Drawn): Promise<Reply> {
  const { actor, vault, now, query, params } = visit
  const read = await readDossier(tx, { agencyId: params.id ?? '', vault, now })
  if (!read) return notFound
  visit.looked({ act: 'looked', recordType: 'agency-file', recordId: read.file.agencyId })
  const shown = chosen === undefined ? chosenForm(visit, read.file) : chosen
  const failed = Object.keys({ ...refused.errors, ...chosen?.state.errors }).length > 0
  return page(
    <OfficerFilePage
      {...{ read, refused, now, places: await readPlaces(tx), chosen: shown }}
      mayChange={hasRole(actor, ...licensing)}
      done={fileNotices.find((each) => each === query.done) ?? null}
      submission={randomUUID}
    />,
    failed ? 422 : 200,
  )
}
