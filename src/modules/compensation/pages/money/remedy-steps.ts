import { z } from 'zod'
import { ok, type Result, refuse } from '../../../../kernel/result.ts'
import type { Tx } from '../../../../platform/db.ts'
import { type FieldErrors, parseForm } from '../../../../platform/http/form.ts'
import type { FormBody, Visit } from '../../../../platform/http/route.ts'
import { fields } from '../../../../platform/text/index.ts'
import { giveRemedyWord, reportRemedy } from '../../actions/remedies.ts'
import type { Heard } from '../../rules/word.ts'
import { heardForm, rowsOf } from './money-forms.ts'
import { keepProof } from './proof.ts'

/** What an officer writes down about something that was to be done. */
export const remedyWords = ['reported', 'done', 'not-done'] as const
type RemedyWord = (typeof remedyWords)[number]

const wrong = (field: string, code: string) => refuse({ [field]: { key: `refusal.${code}` } })
const doneForm = z.object({ doneOn: fields.day({ missing: 'payments.field.done-on.missing' }) })

/** One day and one proof for all the rows that were chosen; and her word, where she gave it. */
export async function moveRemedies(visit: Visit, tx: Tx): Promise<Result<unknown, FieldErrors>> {
  const { form, params, actor, now: at } = visit
  const given = rowsOf(form, 'remedy')
  if (given.length === 0) return wrong('doneOn', 'nothing-chosen')
  const unknown = given.find(({ text }) => !isWord(text))
  if (unknown) return wrong(`remedy-${unknown.id}`, 'not-found')
  const done = parseForm(doneForm, fields.foldDay(form, 'doneOn'))
  if (!done.ok) return done
  const heard = given.every(({ text }) => text === 'reported') ? ok(null) : heardIn(form)
  if (!heard.ok) return heard
  const proof = await keepProof(tx, visit, params.id ?? '')
  if (!proof.ok) return proof
  for (const { id, text } of given) {
    const version = Number.parseInt(String(form[`version-${id}`] ?? '0'), 10) || 0
    const about = { remedyId: id, version, doneOn: done.value.doneOn, evidenceId: proof.value, at }
    const moved = await moveOne(tx, actor, { about, word: text, heard: heard.value })
    if (!moved.ok) return wrong(`remedy-${id}`, moved.refusal)
  }
  return ok(null)
}

/** Under names of their own: the page asks the same about payments. */
function heardIn(form: FormBody): Result<Heard, FieldErrors> {
  const { remedySaidBy = '', remedyHow = '', remedyOn } = fields.foldDay(form, 'remedyOn')
  const heard = parseForm(heardForm, {
    ...{ saidBy: remedySaidBy, how: remedyHow },
    ...(remedyOn === undefined ? {} : { on: remedyOn }),
  })
  if (heard.ok) return heard
  const named = { saidBy: 'remedySaidBy', how: 'remedyHow', on: 'remedyOn' }
  const errors = Object.entries(heard.refusal).map(([field, error]) => [
    named[field as keyof typeof named] ?? field,
    error,
  ])
  return refuse(Object.fromEntries(errors))
}

const isWord = (text: string): text is RemedyWord => remedyWords.some((one) => one === text)

type Moving = {
  readonly about: Parameters<typeof reportRemedy>[2]
  readonly word: string
  readonly heard: Heard | null
}
const moveOne = (tx: Tx, actor: Visit['actor'], { about, word, heard }: Moving) =>
  word === 'reported'
    ? reportRemedy(tx, actor, about)
    : giveRemedyWord(tx, actor, { ...about, done: word === 'done', heard })
