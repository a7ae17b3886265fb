import { randomUUID } from 'node:crypto'
import { z } from 'zod'
import { type Day, dayOf } from '../../../kernel/days.ts'
import { ok, type Result, refuse } from '../../../kernel/result.ts'
import type { Tx } from '../../../platform/db.ts'
import { type FieldErrors, parseForm, typedValues } from '../../../platform/http/form.ts'
import {
  page,
  type Reply,
  type Route,
  redirect,
  submits,
  type Visit,
} from '../../../platform/http/route.ts'
import { fields } from '../../../platform/text/index.ts'
import { routes } from '../../../routes.ts'
import { emptyForm } from '../../../ui/index.ts'
import { draftLetter } from '../actions/draft-letter.ts'
import { registerIncoming } from '../actions/register-incoming.ts'
import { letterReaders } from './access.ts'
import { IncomingPage } from './incoming-page.tsx'
import { NewPage } from './new-page.tsx'
import { scanErrors, scansSent, scanUploads } from './scans-sent.ts'
import { draftInput, recipientsInput, textInput } from './text-input.ts'

type Refused = { readonly errors: FieldErrors } | { readonly code: string }

export const newLetterRoutes: readonly Route[] = [
  {
    door: 'page',
    method: 'get',
    path: routes.letterNew.path,
    access: letterReaders,
    show: async ({ reader }) => {
      const state = { values: { language: reader.lang }, errors: {} }
      return page(<NewPage state={state} refusal={null} submission={randomUUID()} />)
    },
  },
  submits<Refused>({
    path: routes.letterNew.path,
    access: letterReaders,
    submit: begin,
    refused: async (visit, _tx, refusal) =>
      page(<NewPage {...refusedState(visit, refusal)} submission={randomUUID()} />),
  }),
  {
    door: 'page',
    method: 'get',
    path: routes.letterIncoming.path,
    access: letterReaders,
    show: async () =>
      page(<IncomingPage state={emptyForm} refusal={null} submission={randomUUID()} />),
  },
  submits<Refused>({
    path: routes.letterIncoming.path,
    access: letterReaders,
    uploads: scanUploads,
    submit: receive,
    refused: async (visit, _tx, refusal) =>
      page(<IncomingPage {...refusedState(visit, refusal)} submission={randomUUID()} />),
  }),
]

const refusedState = ({ form }: Visit, refusal: Refused) => ({
  state: { values: typedValues(form), errors: 'errors' in refusal ? refusal.errors : {} },
  refusal: 'code' in refusal ? refusal.code : null,
})

const newInput = textInput
  .extend(recipientsInput.shape)
  .extend({ language: draftInput.shape.language })

async function begin(visit: Visit, tx: Tx): Promise<Result<Reply, Refused>> {
  const parsed = parseForm(newInput, visit.form)
  if (!parsed.ok) return refuse({ errors: parsed.refusal })
  const { language, recipients, ...text } = parsed.value
  const { vault, actor, now: at } = visit
  const drafted = await draftLetter(tx, actor, {
    ...{ vault, language, template: 'free', text, recipients, at, record: null, replaces: null },
  })
  if (!drafted.ok) return refuse({ code: drafted.refusal })
  return ok(redirect(routes.letter.href({ id: drafted.value }, { done: 'drafted' })))
}

const incomingInput = (today: Day) =>
  z.object({
    correspondent: fields.line({
      max: 300,
      missing: 'letters.field.sender.missing',
      tooLong: 'letters.field.too-long',
    }),
    subject: textInput.shape.subject,
    reference: textInput.shape.reference,
    receivedOn: fields.day({
      missing: 'letters.field.received-on.missing',
      latest: { day: today },
      earliest: { day: earliest, message: 'letters.field.day-too-early' },
    }),
    dated: fields.optionalDay({
      latest: { day: today },
      earliest: { day: earliest, message: 'letters.field.day-too-early' },
    }),
  })
const earliest = '2000-01-01' as Day

async function receive(visit: Visit, tx: Tx): Promise<Result<Reply, Refused>> {
  const folded = fields.foldDay(fields.foldDay(visit.form, 'receivedOn'), 'dated')
  const parsed = parseForm(incomingInput(dayOf(visit.now)), folded)
  if (!parsed.ok) return refuse({ errors: parsed.refusal })
  const sent = scansSent(visit.uploads)
  if (!sent.ok) return refuse({ errors: scanErrors(sent.refusal) })
  const { receivedOn, dated, ...words } = parsed.value
  const { vault, files, actor, reader, now: at } = visit
  const registered = await registerIncoming(tx, actor, {
    ...{ vault, files, receivedOn, dated, at, record: null, scans: sent.value },
    ...{ text: { ...words, body: '' }, language: reader.lang },
  })
  if (registered.ok)
    return ok(redirect(routes.letter.href({ id: registered.value }, { done: 'registered' })))
  const { refusal } = registered
  return typeof refusal === 'string'
    ? refuse({ code: refusal })
    : refuse({ errors: scanErrors(refusal.reason) })
}
