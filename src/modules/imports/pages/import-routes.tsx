import { hasRole } from '../../../kernel/actor.ts'
import type { Message } from '../../../kernel/reader.ts'
import { ok, refuse } from '../../../kernel/result.ts'
import type { Tx } from '../../../platform/db.ts'
import type { FieldErrors } from '../../../platform/http/form.ts'
import {
  notFound,
  page,
  type Reply,
  type Route,
  redirect,
  submits,
  type Upload,
  type Visit,
} from '../../../platform/http/route.ts'
import { csvText } from '../../../platform/sheets/csv.ts'
import { routes } from '../../../routes.ts'
import { emptyForm, type FormState } from '../../../ui/index.ts'
import { personNames } from '../../accounts/index.ts'
import { type DecideImportRefusal, decideImport } from '../actions/decide-import.ts'
import { type Importers, importerOf, type RegisterImporter } from '../actions/importers.ts'
import { paperNames } from '../actions/paper-names.ts'
import { reconcileDocuments, reconcileRun } from '../actions/reconcile.ts'
import { uploadImport } from '../actions/upload-import.ts'
import type { Finding } from '../rules/importer.ts'
import { type ImportRun, isWorking } from '../rules/run.ts'
import { findRun, listFindings, listRuns } from '../store/run.ts'
import { findingCells, findingHead } from './finding-text.ts'
import { ImportRunPage } from './import-run-page.tsx'
import { ImportsPage } from './imports-page.tsx'
import { reconciliationTable } from './reconciliation.tsx'

const mostRuns = 50
const findingsAPage = 100
const fileBytes = 20 * 1024 * 1024
/** Papers, or archives of them, that come with one file; more by command, from a folder. */
const mostDocuments = 10

/** Registers of elsewhere: looked through first, then brought in as a whole. */
export function importRoutes(importers: Importers): readonly Route[] {
  const access = [...new Set(importers.flatMap(({ readers }) => readers))]
  const common = { door: 'page', method: 'get', access } as const
  return [
    {
      ...common,
      path: routes.imports.path,
      show: (visit, tx) => drawImports(visit, tx, { importers, state: emptyForm }),
    },
    {
      ...common,
      path: routes.importTemplate.path,
      show: async (visit) => template(visit, importers),
    },
    submits<FieldErrors>({
      ...{
        path: routes.importUpload.path,
        access,
        uploads: { most: 1 + mostDocuments, bytes: fileBytes },
      },
      submit: (visit, tx) => upload(visit, tx, importers),
      refused: (visit, tx, errors) =>
        drawImports(visit, tx, { importers, state: { values: {}, errors } }),
    }),
    {
      ...common,
      path: routes.importRun.path,
      show: (visit, tx) => drawRun(visit, tx, { importers, refusal: null }),
    },
    { ...common, path: routes.importReport.path, show: report },
    {
      ...common,
      path: routes.importReconciliation.path,
      show: (visit, tx) => reconciliation(visit, tx, importers),
    },
    submits<DecideImportRefusal>({
      ...{ path: routes.importAction.path, access },
      submit: decide,
      refused: (visit, tx, refusal) => drawRun(visit, tx, { importers, refusal }),
    }),
  ]
}

/** What this person may bring in. */
const offeredTo = ({ actor }: Visit, importers: Importers): Importers =>
  importers.filter(({ readers }) => hasRole(actor, ...readers))

const chosen = (visit: Visit, importers: Importers): RegisterImporter | undefined =>
  offeredTo(visit, importers).find(({ kind }) => kind === visit.params.kind)

type Drawn = { readonly importers: Importers; readonly state: FormState }

async function drawImports(visit: Visit, tx: Tx, { importers, state }: Drawn): Promise<Reply> {
  const runs = await listRuns(tx, mostRuns)
  const names = await personNames(tx, [...new Set(runs.map(({ uploadedBy }) => uploadedBy))])
  const offered = offeredTo(visit, importers)
  return page(<ImportsPage {...{ offered, runs, names, state }} submission={visit.submission} />)
}

async function upload(visit: Visit, tx: Tx, importers: Importers) {
  const importer = chosen(visit, importers)
  if (!importer) return ok(notFound)
  const field = `file-${importer.kind}`
  const file = visit.uploads.find((one) => one.field === field)
  const papers = visit.uploads.filter((one) => one !== file)
  if (!file) return refuse({ [field]: { key: 'imports.file.missing' } })
  if (!file.whole)
    return refuse({
      [field]: { key: 'imports.file.too-large', values: { most: fileBytes / 2 ** 20 } },
    })
  const wrong = papersFault(importer, papers)
  if (wrong) return refuse({ [`documents-${importer.kind}`]: wrong })
  const { vault, files, now } = visit
  const documents = papers.map(({ name, bytes }) => ({ name, read: async () => bytes }))
  const id = await uploadImport(tx, visit.actor, { vault, files, importer, file, documents, now })
  return ok(redirect(routes.importRun.href({ id })))
}

function papersFault({ documents }: RegisterImporter, papers: readonly Upload[]): Message | null {
  if (papers.length === 0) return null
  if (!documents) return { key: 'imports.documents.none-taken' }
  if (papers.length > mostDocuments)
    return { key: 'imports.documents.too-many', values: { most: mostDocuments } }
  if (papers.every(({ whole }) => whole)) return null
  return { key: 'imports.documents.too-large', values: { most: fileBytes / 2 ** 20 } }
}

/** An empty table to fill in, with a line that shows how. */
function template(visit: Visit, importers: Importers): Reply {
  const importer = chosen(visit, importers)
  if (!importer) return notFound
  const heads = importer.columns.map(({ heads }) => heads[0] ?? '')
  const content = csvText([heads])
  return { kind: 'file', type: 'text/csv; charset=utf-8', name: `${importer.kind}.csv`, content }
}

async function decide(visit: Visit, tx: Tx) {
  const { id = '', action } = visit.params
  if (action !== 'confirm' && action !== 'drop') return ok(notFound)
  const version = Number(visit.form.version)
  const decided = await decideImport(tx, visit.actor, { id, version, action, now: visit.now })
  return decided.ok ? ok(redirect(routes.importRun.href({ id }))) : decided
}

const kinds: readonly Finding['kind'][] = ['problem', 'absent', 'changed', 'new', 'same']

type DrawnRun = {
  readonly importers: Importers
  readonly refusal: DecideImportRefusal | null
}

async function drawRun(visit: Visit, tx: Tx, { importers, refusal }: DrawnRun): Promise<Reply> {
  const run = await findRun(tx, visit.params.id ?? '')
  if (!run) return notFound
  const kind = kinds.find((one) => one === visit.query.show) ?? null
  const after = Number.parseInt(String(visit.query.after ?? ''), 10)
  const findings = await listFindings(tx, run.id, {
    ...{ kind, after: Number.isSafeInteger(after) && after < 2 ** 31 ? after : -1 },
    most: findingsAPage + 1,
  })
  const people = [run.uploadedBy, run.confirmedBy].filter((id) => id !== null)
  const names = await personNames(tx, people)
  const shown = findings.slice(0, findingsAPage)
  const next = findings.length > findingsAPage ? (shown.at(-1)?.position ?? null) : null
  const documents = await documentsOf(tx, importers, run)
  const body = (
    <ImportRunPage
      {...{ run, kind, names, refusal, next, documents }}
      paperNames={await paperNames(tx, visit.vault, run.id)}
      findings={shown}
      submission={visit.submission}
    />
  )
  const drawn = { kind: 'page' as const, body }
  // Without a script: the browser asks again by itself while a job is at work.
  return isWorking(run.status) ? { ...drawn, headers: { refresh: '3' } } : drawn
}

const documentsOf = async (tx: Tx, importers: Importers, run: ImportRun) =>
  importerOf(importers, run.kind).documents ? reconcileDocuments(tx, run) : null

/** The file beside what stands here, line by line: what the old office signs off. */
async function reconciliation(visit: Visit, tx: Tx, importers: Importers): Promise<Reply> {
  const run = await findRun(tx, visit.params.id ?? '')
  if (!run || run.lines === null) return notFound
  const found = await listFindings(tx, run.id, { kind: null, after: -1, most: 200_000 })
  const findings = found.map(({ finding }) => finding)
  const importer = importerOf(importers, run.kind)
  const lines = await reconcileRun(tx, importer, { run, findings })
  visit.looked({ act: 'exported', recordType: 'import-run', recordId: run.id })
  const documents = await documentsOf(tx, importers, run)
  const content = csvText(reconciliationTable(visit.reader, lines, { run, documents }))
  const name = `reconciliation-${run.kind}.csv`
  return { kind: 'file', type: 'text/csv; charset=utf-8', name, content }
}

/** Every line that was found, for the file's owner to mend it, and to keep beside the old register. */
async function report(visit: Visit, tx: Tx): Promise<Reply> {
  const run = await findRun(tx, visit.params.id ?? '')
  if (!run) return notFound
  const findings = await listFindings(tx, run.id, { kind: null, after: -1, most: 100_000 })
  visit.looked({ act: 'exported', recordType: 'import-run', recordId: run.id })
  const papers = await paperNames(tx, visit.vault, run.id)
  const rows = findings.flatMap(({ finding }) => findingCells(visit.reader, finding, papers))
  const content = csvText([findingHead(visit.reader), ...rows])
  return { kind: 'file', type: 'text/csv; charset=utf-8', name: `import-${run.kind}.csv`, content }
}
