import { z } from 'zod'
import { langs } from '../../../../kernel/reader.ts'
import { ok, type Result, refuse } from '../../../../kernel/result.ts'
import type { Tx } from '../../../../platform/db.ts'
import { type FieldErrors, parseForm } from '../../../../platform/http/form.ts'
import { type Reply, redirect, type Visit } from '../../../../platform/http/route.ts'
import { fields } from '../../../../platform/text/index.ts'
import { routes } from '../../../../routes.ts'
import {
  type CloseReason,
  closeReasons,
  findGuardedCase,
  moveComplaint,
} from '../../../complaints/index.ts'
import { beginMoneyPaper, moneyPapers } from '../../actions/begin-paper.ts'
import { recordWishes } from '../../actions/record-wishes.ts'
import { payWays } from '../../rules/pay-out.ts'
import { rowsOf } from './money-forms.ts'

/** Steps of the page of a case's money beside those of the money itself. */
const wrong = (field: string, code: string) => refuse({ [field]: { key: `refusal.${code}` } })

const paperForm = z.object({
  paper: fields.choice(moneyPapers, 'letters.field.template.missing'),
  person: z.uuid('refusal.person-not-of-case'),
  language: fields.choice(langs, 'letters.field.language.missing'),
})

/** Begins the paper; where it goes on is the letter's own page. */
export async function beginPaper(visit: Visit, tx: Tx): Promise<Result<Reply, FieldErrors>> {
  const { vault, actor, now: at, params, form } = visit
  const asked = parseForm(paperForm, form)
  if (!asked.ok) return asked
  const { person: personId, ...about } = asked.value
  const complaintId = params.id ?? ''
  const begun = await beginMoneyPaper(tx, actor, { vault, complaintId, personId, ...about, at })
  if (begun.ok) return ok(redirect(routes.letter.href({ id: begun.value }, { done: 'drafted' })))
  return wrong(begun.refusal === 'nothing-to-write' ? 'paper' : 'person', begun.refusal)
}

/** An empty row says nothing: nobody was asked again. */
export async function keepWishes(visit: Visit, tx: Tx): Promise<Result<unknown, FieldErrors>> {
  const { actor, now: at, params, form } = visit
  const wishes = rowsOf(form, 'wish').flatMap(({ id: personId, text }) => {
    const way = payWays.find((each) => each === text)
    return way ? [{ personId, way }] : []
  })
  const done = await recordWishes(tx, actor, { complaintId: params.id ?? '', wishes, at })
  if (done.ok) return done
  return wrong(wishes[0] ? `wish-${wishes[0].personId}` : 'form', done.refusal)
}

const closeForm = z.object({
  version: fields.wholeNumber({ least: 1, most: 1_000_000, wrong: 'form.not-understood' }),
  reason: fields.choice(closeReasons, 'complaints.close-reason.missing'),
  message: fields.lines({
    ...{ max: 4000, missing: 'complaints.words.missing', tooLong: 'complaints.words.too-long' },
  }),
})

/** Ends the case although nobody said that it is solved: with a reason, and counted in public. */
export async function closeWithoutWord(
  visit: Visit,
  tx: Tx,
): Promise<Result<unknown, FieldErrors>> {
  const { vault, actor, now: at, params, form } = visit
  const asked = parseForm(closeForm, form)
  if (!asked.ok) return asked
  const found = await findGuardedCase(tx, params.id ?? '')
  if (!found) return wrong('form', 'not-found')
  const { version, message, reason } = asked.value
  const closed = await moveComplaint(tx, actor, {
    ...{ vault, id: found.id, action: 'close-without-confirmation', version, at },
    ...{ words: message, reason: reason satisfies CloseReason },
  })
  return closed.ok ? closed : wrong('reason', closed.refusal)
}
