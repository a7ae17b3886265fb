import { z } from 'zod'
import { ok, refuse } from '../../../../kernel/result.ts'
import type { Tx } from '../../../../platform/db.ts'
import { parseForm, typedValues } from '../../../../platform/http/form.ts'
import { keepTyped, openKept } from '../../../../platform/http/kept-form.ts'
import {
  page,
  type Reply,
  type Route,
  redirect,
  submits,
  type Visit,
} from '../../../../platform/http/route.ts'
import { fields, latinDigits } from '../../../../platform/text/index.ts'
import { routes } from '../../../../routes.ts'
import { emptyForm, type FormState } from '../../../../ui/index.ts'
import { openReceipt, receiptSessionSeconds } from '../../actions/open-receipt.ts'
import { parseCaseNumber } from '../../rules/receipt.ts'
import { closeReceiptSession } from '../../store/receipt.ts'
import { FollowPage } from './follow-page.tsx'
import { caseCookie, keepWords } from './receipt-visit.ts'

const digits = (missing: string) =>
  fields.line({ max: 60, missing, tooLong: 'refusal.receipt-unknown' }).transform(latinDigits)
const receiptForm = z.object({
  number: digits('follow.number-missing'),
  secret: digits('follow.secret-missing'),
})

export const followRoutes: readonly Route[] = [
  {
    door: 'page',
    method: 'get',
    path: routes.follow.path,
    access: ['public'],
    show: async (visit) => page(draw(visit, { state: emptyForm })),
  },
  submits<FormState['errors']>({
    path: routes.follow.path,
    access: ['public'],
    limit: { name: 'receipt', points: 20, seconds: 600 },
    // From many addresses against one case: slowed all the same. At this rate ten digits hold for
    // three thousand years, and whoever wants to lock somebody out must keep at it from many places.
    alsoLimit: { limit: { name: 'receipt-number', points: 300, seconds: 3600 }, who: numberOf },
    submit: async (visit, tx) => {
      const form = parseForm(receiptForm, visit.form)
      if (!form.ok) return form
      const opened = await openReceipt(tx, { vault: visit.vault, ...form.value, at: visit.now })
      if (!opened.ok) return refuse({ number: { key: `refusal.${opened.refusal}` } })
      await giveSession(tx, visit, opened.value)
      return ok(redirect(routes.followCase.href()))
    },
    // A whole village may share the address of its telephone company, and look after its cases.
    onlyFailuresCount: true,
    slowed: (visit, seconds) => {
      const errors = { number: { key: 'follow.slow-down', values: minutesOf(seconds) } }
      return page(draw(visit, { state: { values: typedNumber(visit), errors } }), 429)
    },
    refused: async (visit, _tx, errors) =>
      page(draw(visit, { state: { values: typedValues(visit.form), errors } })),
  }),
  submits<never>({
    path: routes.followLeave.path,
    access: ['public', 'complainant'],
    submit: async (visit, tx) => {
      const token = visit.cookies[caseCookie]
      if (token) await closeReceiptSession(tx, token)
      visit.clearCookie(caseCookie)
      return ok(redirect(routes.follow.href()))
    },
    refused: async () => redirect(routes.follow.href()),
  }),
]

/** Whoever waits may leave the phone lying: the secret does not stay on its screen. */
const typedNumber = ({ form }: Visit): FormState['values'] =>
  typeof form.number === 'string' ? { number: form.number } : {}

const minutesOf = (seconds: number) => ({ minutes: Math.ceil(seconds / 60) })

/** Under a keyed hash: a table of case numbers would tell who was curious about which. */
function numberOf({ form, vault }: Visit): string | null {
  const number = typeof form.number === 'string' ? parseCaseNumber(latinDigits(form.number)) : null
  return number && vault.blindIndex('receipt-limit', number).toString('base64url')
}

async function giveSession(tx: Tx, visit: Visit, token: string): Promise<void> {
  visit.setCookie(caseCookie, token, { maxAge: receiptSessionSeconds })
  const sealed = visit.form.kept
  const kept = typeof sealed === 'string' ? openKept(visit.vault, sealed, visit.now) : null
  if (kept) await keepWords(tx, visit, { token, words: kept.form.words })
}

function draw(visit: Visit, { state }: { state: FormState }) {
  const kept = typeof visit.form.kept === 'string' ? visit.form.kept : null
  const ended = visit.query.ended === '1' || kept !== null
  return <FollowPage {...{ state, ended, kept }} />
}

/** The half hour ended while she wrote: number and secret again, and nothing is lost. */
export function receiptEnded(visit: Visit): Reply {
  const kept = visit.form.words ? keepTyped(visit.vault, routes.followMessage.path, visit) : null
  const shown = <FollowPage state={emptyForm} ended kept={kept} />
  return page(shown, 401)
}
