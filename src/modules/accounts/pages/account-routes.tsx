import { randomUUID } from 'node:crypto'
import { z } from 'zod'
import { type Day, dayOf } from '../../../kernel/days.ts'
import { isUuid } from '../../../kernel/ids.ts'
import { ok, refuse } from '../../../kernel/result.ts'
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
import { fields } from '../../../platform/text/index.ts'
import { routes } from '../../../routes.ts'
import { findNumber, rulebook } from '../../law/index.ts'
import { hashAddress } from '../actions/secrets.ts'
import { createToken, endToken } from '../actions/tokens.ts'
import { isWarned } from '../rules/access-review.ts'
import { apiScopes, tokenDays } from '../rules/scopes.ts'
import { findOpenReview, listReviewLines } from '../store/access-reviews.ts'
import { findSecondFactor } from '../store/credentials.ts'
import { findOffice } from '../store/offices.ts'
import { getOwnPerson, officeIdOfPerson, type PersonId } from '../store/people.ts'
import { endOtherSessions, endOwnSession, listSessions } from '../store/sessions.ts'
import { listTokens } from '../store/tokens.ts'
import { AccountPage } from './account-page.tsx'
import { personOf, tokenHashOf } from './browser.ts'
import { readNewToken, showNewToken } from './new-token-cookie.ts'

const toAccount = redirect(routes.account.href())
const toSignIn = redirect(routes.signIn.href({ next: routes.account.href() }))
/** Whoever has signed in, also without any role: the handlers ask for a person. */
const signedIn = ['public'] as const
const limit = { name: 'account', points: 120, seconds: 600 }

const tokenForm = z.object({
  label: fields.line({
    max: 60,
    missing: 'accounts.tokens.label.missing',
    tooLong: 'accounts.tokens.label.long',
  }),
  scopes: z.preprocess(
    (value) => [value ?? []].flat(),
    z.array(z.enum(apiScopes)).min(1, 'accounts.tokens.scopes.missing'),
  ),
  days: z.coerce.number().pipe(z.literal(tokenDays)),
})

export const accountPageRoutes: readonly Route[] = [
  {
    door: 'page',
    method: 'get',
    path: routes.account.path,
    access: signedIn,
    show: async (visit, tx) => {
      const personId = personOf(visit)
      return personId ? draw(visit, tx, { personId, errors: {} }) : toSignIn
    },
  },
  submits<never>({
    path: routes.accountSessions.path,
    access: signedIn,
    limit,
    submit: async (visit, tx) => {
      const personId = personOf(visit)
      if (!personId) return ok(toSignIn)
      const { end } = visit.form
      if (end === 'others') await endOtherSessions(tx, personId, tokenHashOf(visit))
      else if (typeof end === 'string' && isUuid(end)) await endOwnSession(tx, personId, end)
      return ok(toAccount)
    },
    refused: async () => toAccount,
  }),
  submits<FieldErrors>({
    path: routes.accountTokens.path,
    access: signedIn,
    limit,
    submit: async (visit, tx) => {
      const personId = personOf(visit)
      // Without a role a token would open nothing now, and too much later.
      if (!personId || visit.actor.roles.length === 0) return ok(toSignIn)
      const form = parseForm(tokenForm, visit.form)
      if (!form.ok) return form
      const made = await createToken(tx, personId, { ...form.value, now: visit.now })
      if (!made.ok) return refuse({ label: { key: `accounts.tokens.${made.refusal}` } })
      showNewToken(visit, made.value)
      return ok(toAccount)
    },
    refused: async (visit, tx, errors) => {
      const personId = personOf(visit)
      return personId ? draw(visit, tx, { personId, errors }) : toSignIn
    },
  }),
  submits<'not-found'>({
    path: routes.accountTokenEnd.path,
    access: signedIn,
    limit,
    submit: async (visit, tx) => {
      const personId = personOf(visit)
      if (!personId) return ok(toSignIn)
      const { id = '' } = visit.params
      if (!isUuid(id)) return refuse('not-found')
      const done = await endToken(tx, personId, { id, now: visit.now })
      return done.ok ? ok(toAccount) : done
    },
    refused: async () => notFound,
  }),
]

async function draw(
  visit: Visit,
  tx: Tx,
  { personId, errors }: { personId: PersonId; errors: FieldErrors },
): Promise<Reply> {
  const { now, actor, vault } = visit
  const { actingFor } = actor
  const officeId = actingFor ? actor.officeId : await officeIdOfPerson(tx, personId, dayOf(now))
  const seen = { now, tokenHash: tokenHashOf(visit), addressHash: hashAddress(vault, visit.ip) }
  return page(
    <AccountPage
      actor={actor}
      person={await getOwnPerson(tx, personId)}
      office={officeId ? await findOffice(tx, officeId) : null}
      sessions={await listSessions(tx, personId, seen)}
      tokens={await listTokens(tx, personId, now)}
      secondFactorSince={(await findSecondFactor(tx, personId))?.since ?? null}
      lapsesAfter={await ownLapse(tx, visit)}
      newToken={readNewToken(visit)}
      state={{ values: typedValues(visit.form), errors }}
      submission={randomUUID()}
    />,
  )
}

/** Said in the last days of a review to whom it concerns. */
async function ownLapse(tx: Tx, { actor, now }: Visit): Promise<Day | null> {
  if (actor.roles.length === 0) return null
  const today = dayOf(now)
  const review = await findOpenReview(tx)
  const warnDays = findNumber(await rulebook(tx, today), 'access_review.warn_days')
  if (!review || !isWarned(review.dueOn, warnDays, today)) return null
  const own = await listReviewLines(tx, { id: review.id, today, personId: actor.id })
  return own.some(({ confirmedBy }) => confirmedBy === null) ? review.dueOn : null
}
