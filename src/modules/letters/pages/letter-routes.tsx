import { randomUUID } from 'node:crypto'
import type { Actor } from '../../../kernel/actor.ts'
import { ok, type Result, refuse } from '../../../kernel/result.ts'
import type { Tx } from '../../../platform/db.ts'
import { type FieldErrors, parseForm, typedValues } from '../../../platform/http/form.ts'
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
import { isSigningRefusal, signingLimit, signingState } from '../../accounts/index.ts'
import { compareOldLetter } from '../actions/compare-old-letter.ts'
import { writeText } from '../actions/draft-letter.ts'
import { printCopy, printLetter } from '../actions/print-letter.ts'
import { readLetter } from '../actions/read-letter.ts'
import { replaceLetter } from '../actions/replace-letter.ts'
import { attachScan } from '../actions/scan.ts'
import { type SignRefusal, signLetter } from '../actions/sign-letter.ts'
import { takeLetterStep } from '../actions/take-step.ts'
import { numberOf } from '../rules/letter.ts'
import { type LetterAction, letterActions } from '../rules/lifecycle.ts'
import { letterReaders } from './access.ts'
import { LetterPage } from './letter-page.tsx'
import { type LetterForm, letterNotices } from './letter-props.ts'
import { scanErrors, scansSent, scanUploads } from './scans-sent.ts'
import { noteInput, textInput, versionInput } from './text-input.ts'

type Refused = { readonly errors: FieldErrors } | { readonly code: string }

/** Where the record is that a letter is about; null for whoever has nothing to do with such records. */
export type AboutHref = (
  record: { readonly type: string; readonly id: string },
  actor: Actor,
) => string | null

export const singleLetterRoutes = (aboutHref: AboutHref): readonly Route[] => [
  {
    door: 'page',
    method: 'get',
    path: routes.letter.path,
    access: letterReaders,
    show: (visit, tx) => drawLetter(visit, tx, { form: null, aboutHref }),
  },
  {
    door: 'page',
    method: 'get',
    path: routes.letterPdf.path,
    access: letterReaders,
    show: showPdf,
  },
  {
    door: 'page',
    method: 'get',
    path: routes.letterCopy.path,
    access: letterReaders,
    show: showCopy,
  },
  submits<Refused>({
    path: routes.letterText.path,
    access: letterReaders,
    submit: keepText,
    refused: (visit, tx, refusal) =>
      drawLetter(visit, tx, { form: formOf('text', visit, refusal), aboutHref }),
  }),
  submits<'not-found'>({
    path: routes.letterCompared.path,
    access: letterReaders,
    submit: async (visit, tx) => {
      const { actor, params, now: at } = visit
      const compared = await compareOldLetter(tx, actor, { id: params.id ?? '', at })
      return compared.ok ? ok(back(visit, 'compared')) : compared
    },
    refused: async () => notFound,
  }),
  submits<Refused>({
    path: routes.letterReplacement.path,
    access: letterReaders,
    submit: beginReplacement,
    refused: (visit, tx, refusal) =>
      drawLetter(visit, tx, { form: formOf('replace', visit, refusal), aboutHref }),
  }),
  submits<Refused>({
    path: routes.letterAction.path,
    access: letterReaders,
    alsoLimit: signingLimit,
    submit: takeStep,
    refused: async (visit, tx, refusal) => {
      const action = actionOf(visit)
      if (!action) return notFound
      return drawLetter(visit, tx, { form: formOf(action, visit, refusal), aboutHref })
    },
  }),
  submits<Refused>({
    path: routes.letterScan.path,
    access: letterReaders,
    uploads: scanUploads,
    submit: keepScan,
    refused: (visit, tx, refusal) =>
      drawLetter(visit, tx, { form: formOf('scan', visit, refusal), aboutHref }),
  }),
]

type Drawn = { readonly form: LetterForm | null; readonly aboutHref: AboutHref }

async function drawLetter(visit: Visit, tx: Tx, { form, aboutHref }: Drawn): Promise<Reply> {
  const { actor, vault, params, query } = visit
  const file = await readLetter(tx, actor, { vault, id: params.id ?? '' })
  if (!file) return notFound
  const { id, recordType, recordId } = file.letter
  visit.looked({ act: 'looked', recordType: 'letter', recordId: id })
  const href = recordType && recordId ? aboutHref({ type: recordType, id: recordId }, actor) : null
  const about = href === null ? null : { href }
  const notice = letterNotices.find((each) => each === query.done) ?? null
  const signing = await signingState(tx, visit)
  const body = <LetterPage {...{ file, form, notice, signing, about }} submission={randomUUID()} />
  return page(body)
}

const formOf = (step: LetterForm['step'], visit: Visit, refusal: Refused): LetterForm => {
  const code = 'code' in refusal ? refusal.code : null
  return {
    step,
    state: {
      values: typedValues(visit.form),
      errors: 'errors' in refusal ? refusal.errors : {},
    },
    signing: code !== null && isSigningRefusal(code) ? code : null,
    refusal: code === null || isSigningRefusal(code) ? null : code,
  }
}

const actionOf = ({ params }: Visit): LetterAction | null =>
  letterActions.find((each) => each === params.action) ?? null

const back = (visit: Visit, done: string): Reply =>
  redirect(routes.letter.href({ id: visit.params.id ?? '' }, { done }))

async function keepText(visit: Visit, tx: Tx): Promise<Result<Reply, Refused>> {
  const parsed = parseForm(textInput.extend(versionInput.shape), visit.form)
  if (!parsed.ok) return refuse({ errors: parsed.refusal })
  const { version, ...text } = parsed.value
  const { vault, actor, now: at, params } = visit
  const done = await writeText(tx, actor, { vault, id: params.id ?? '', version, text, at })
  return done.ok ? ok(back(visit, 'written')) : refuse({ code: done.refusal })
}

async function beginReplacement(visit: Visit, tx: Tx): Promise<Result<Reply, Refused>> {
  const { vault, actor, now: at, params } = visit
  const begun = await replaceLetter(tx, actor, { vault, at, id: params.id ?? '' })
  if (!begun.ok) return refuse({ code: begun.refusal })
  return ok(redirect(routes.letter.href({ id: begun.value }, { done: 'drafted' })))
}

async function takeStep(visit: Visit, tx: Tx): Promise<Result<Reply, Refused>> {
  const action = actionOf(visit)
  if (!action) return refuse({ code: 'not-found' })
  const parsed = parseForm(noteInput, visit.form)
  if (!parsed.ok) return refuse({ errors: parsed.refusal })
  const step = { ...parsed.value, id: visit.params.id ?? '' }
  const done: Result<unknown, SignRefusal> =
    action === 'sign'
      ? await signLetter(tx, visit, step)
      : await takeLetterStep(tx, visit.actor, {
          ...{ ...step, action, vault: visit.vault, at: visit.now },
        })
  if (done.ok) return ok(back(visit, action === 'sign' ? 'signed' : 'done'))
  if (done.refusal === 'note-missing')
    return refuse({ errors: { note: { key: 'letters.field.note.missing' } } })
  return refuse({ code: done.refusal })
}

async function keepScan(visit: Visit, tx: Tx): Promise<Result<Reply, Refused>> {
  const { vault, files, uploads, actor, now: at, params } = visit
  const sent = scansSent(uploads)
  if (!sent.ok) return refuse({ errors: scanErrors(sent.refusal) })
  const scan = { vault, files, at, id: params.id ?? '', given: sent.value }
  const done = await attachScan(tx, actor, scan)
  if (done.ok) return ok(back(visit, 'scan-kept'))
  const { refusal } = done
  if (typeof refusal !== 'string') return refuse({ errors: scanErrors(refusal.reason) })
  return refusal === 'scan-missing'
    ? refuse({ errors: scanErrors(refusal) })
    : refuse({ code: refusal })
}

async function showPdf(visit: Visit, tx: Tx): Promise<Reply> {
  const { vault, files, params, now: at, actor } = visit
  const id = params.id ?? ''
  const pdf = await printLetter(tx, { vault, files, id, at })
  if (!pdf) return notFound
  visit.looked({ act: 'looked', recordType: 'letter', recordId: id })
  const file = await readLetter(tx, actor, { vault, id })
  const number = file ? numberOf(file.letter) : null
  const name = `letter-${(number ?? 'draft').replace('/', '-')}.pdf`
  return { kind: 'file', type: 'application/pdf', name, content: pdf }
}

async function showCopy({ vault, files, params }: Visit, tx: Tx): Promise<Reply> {
  const { id = '', position = '' } = params
  if (!/^\d{1,4}$/.test(position)) return notFound
  const pdf = await printCopy(tx, { vault, files, id, position: Number(position) })
  if (!pdf) return notFound
  return { kind: 'file', type: 'application/pdf', name: `letter-${position}.pdf`, content: pdf }
}
