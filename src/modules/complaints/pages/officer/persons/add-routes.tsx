import { randomUUID } from 'node:crypto'
import { z } from 'zod'
import { currencies } from '../../../../../kernel/money.ts'
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
import { readSheet } from '../../../../../platform/sheets/read-sheet.ts'
import { nameKey } from '../../../../../platform/text/index.ts'
import { routes } from '../../../../../routes.ts'
import type { FormState } from '../../../../../ui/index.ts'
import { evidenceUploads, givenFiles } from '../../../../evidence/index.ts'
import { addPersons } from '../../../actions/add-persons.ts'
import { giveEvidence } from '../../../actions/give-evidence.ts'
import { listText, readPersonList } from '../../../actions/person-list.ts'
import { openNames } from '../../../actions/person-names.ts'
import { caseHandlers } from '../../../rules/case-tasks.ts'
import type { ReadList } from '../../../rules/listed-person.ts'
import { mostPersonsAtOnce } from '../../../rules/new-person.ts'
import { situations } from '../../../rules/person.ts'
import { findComplaint } from '../../../store/complaint.ts'
import { listPersons } from '../../../store/person.ts'
import { AddPage } from './add-page.tsx'

/** Persons come into a case by a list that is seen before it is taken. */
export const addPersonsRoutes: readonly Route[] = [
  {
    door: 'page',
    method: 'get',
    path: routes.complaintPersonsNew.path,
    access: caseHandlers,
    show: (visit, tx) =>
      draw(visit, tx, {
        state: { values: { currency: 'USD', situation: 'unknown' }, errors: {} },
        ...{ list: null, photos: 0 },
      }),
  },
  submits<FieldErrors>({
    path: routes.complaintPersonsNew.path,
    access: caseHandlers,
    uploads: evidenceUploads,
    submit: checkOrTake,
    refused: (visit, tx, errors) =>
      draw(visit, tx, {
        state: { values: typedValues(visit.form), errors },
        list: null,
        photos: 0,
      }),
  }),
]

type Drawn = { readonly state: FormState; readonly list: ReadList | null; readonly photos: number }

async function draw(visit: Visit, tx: Tx, drawn: Drawn): Promise<Reply> {
  const complaint = await findComplaint(tx, visit.params.id ?? '')
  if (!complaint) return notFound
  const hasErrors = Object.keys(drawn.state.errors).length > 0
  const body = <AddPage {...{ complaint, ...drawn }} submission={randomUUID()} />
  return page(body, hasErrors ? 422 : 200)
}

const listForm = z.object({
  do: z.enum(['check', 'take']).catch('check'),
  list: z.string().max(400_000, 'cases.add.too-long').default(''),
  currency: z.enum(currencies).catch('USD'),
  situation: z.enum(situations).catch('unknown'),
})

async function checkOrTake(visit: Visit, tx: Tx): Promise<Result<Reply, FieldErrors>> {
  const parsed = parseForm(listForm, visit.form)
  if (!parsed.ok) return parsed
  const typed = parsed.value
  const brought = await textOfSheet(visit)
  if (!brought.ok) return brought
  const photos = await keepPhotos(visit, tx)
  if (!photos.ok) return photos
  // A file comes to the end of what was typed: nothing is lost.
  const text = [typed.list.trimEnd(), brought.value].filter((part) => part !== '').join('\n')
  const complaintId = visit.params.id ?? ''
  const list = readPersonList(text, typed, await namesInCase(visit, tx, complaintId))
  if (typed.do === 'take' && list.faulty === 0 && brought.value === '') {
    const { vault, now: at, actor } = visit
    const { persons } = list
    const added = await addPersons(tx, actor, { vault, complaintId, version: null, persons, at })
    if (!added.ok) return refuse({ list: { key: `refusal.${added.refusal}` } })
    return ok(redirect(routes.complaintPersons.href({ id: complaintId }, { done: 'added' })))
  }
  if (text === '' && photos.value === 0) return refuse({ list: { key: 'cases.add.empty' } })
  const { currency, situation } = typed
  const state = { values: { list: text, currency, situation }, errors: {} }
  return ok(await draw(visit, tx, { state, list: text === '' ? null : list, photos: photos.value }))
}

/** A table out of CSV or XLSX as the text of the field; '' where none was brought. */
async function textOfSheet({ uploads }: Visit): Promise<Result<string, FieldErrors>> {
  const file = uploads.find(({ field }) => field === 'sheet')
  if (!file) return ok('')
  if (!file.whole) return refuse({ sheet: { key: 'cases.add.sheet.too-large' } })
  const limits = { rows: mostPersonsAtOnce, unpackedBytes: 20_000_000 }
  const sheet = await readSheet(file.bytes, limits)
  if (!sheet.ok) return refuse({ sheet: { key: `cases.add.sheet.${sheet.refusal}` } })
  return ok(listText([sheet.value.head, ...sheet.value.rows.map(({ cells }) => cells)]))
}

/** The sheet with the thumbprints, kept with the case: whoever types reads it there. */
async function keepPhotos(visit: Visit, tx: Tx): Promise<Result<number, FieldErrors>> {
  const { vault, files, now: at, actor, uploads, params } = visit
  const given = givenFiles(uploads.filter(({ field }) => field === 'photo'))
  if (given.length === 0) return ok(0)
  const kept = await giveEvidence(tx, actor, {
    ...{ vault, files, at, given, complaintId: params.id ?? '', origin: 'paper-scan' },
  })
  if (kept.ok) return ok(given.length)
  const why = typeof kept.refusal === 'string' ? kept.refusal : kept.refusal.reason
  const key = why === 'not-found' ? 'refusal.not-found' : `evidence.refused.${why}`
  return refuse({ photo: { key } })
}

async function namesInCase(visit: Visit, tx: Tx, complaintId: string): Promise<Set<string>> {
  const persons = (await listPersons(tx, complaintId)).filter(({ leftAt }) => leftAt === null)
  const names = await openNames(
    tx,
    visit.vault,
    persons.map(({ id }) => id),
  )
  return new Set([...names.values()].map(nameKey))
}
