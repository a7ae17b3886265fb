import { randomUUID } from 'node:crypto'
import { toString as drawQr } from 'qrcode'
import { z } from 'zod'
import { dayOf } from '../../../kernel/days.ts'
import { ok, refuse } from '../../../kernel/result.ts'
import type { Tx } from '../../../platform/db.ts'
import { type FieldErrors, parseForm } from '../../../platform/http/form.ts'
import {
  page,
  type Reply,
  type Route,
  redirect,
  submits,
  type Visit,
} from '../../../platform/http/route.ts'
import { routes } from '../../../routes.ts'
import {
  type Offer,
  offerSecret,
  openOffer,
  type SetUpRefusal,
  setUpSecondFactor,
} from '../actions/second-factor.ts'
import { codeAddress } from '../actions/time-code.ts'
import { nextPath } from '../rules/local-path.ts'
import { findSecondFactor } from '../store/credentials.ts'
import { getOwnPerson, type PersonId } from '../store/people.ts'
import { personOf, tokenHashOf } from './browser.ts'
import { SecondFactorPage } from './second-factor-page.tsx'

const setUpForm = z.object({
  offer: z.string().max(2_000),
  code: z.string().trim().min(1, 'accounts.code.missing').max(100, 'accounts.code.wrong'),
  current: z.string().trim().max(100, 'accounts.code.wrong').default(''),
})

const toSignIn = redirect(routes.signIn.href({ next: routes.accountSecondFactor.href() }))

/** Open to everybody who has signed in: a person without any role sets up the second step too. */
export const secondFactorRoutes: readonly Route[] = [
  {
    door: 'page',
    method: 'get',
    path: routes.accountSecondFactor.path,
    access: ['public'],
    show: async (visit, tx) => {
      const personId = personOf(visit)
      return personId ? draw(visit, tx, { personId, errors: {} }) : toSignIn
    },
  },
  submits<FieldErrors>({
    path: routes.accountSecondFactor.path,
    access: ['public'],
    limit: { name: 'second-factor', points: 20, seconds: 600 },
    submit: async (visit, tx) => {
      const personId = personOf(visit)
      if (!personId) return ok(toSignIn)
      const form = parseForm(setUpForm, visit.form)
      if (!form.ok) return form
      const { offer: sealed, code: typed, current } = form.value
      const sessionHash = tokenHashOf(visit)
      const input = { personId, sealed, typed, current, sessionHash, now: visit.now }
      const done = await setUpSecondFactor(tx, visit.vault, input)
      if (!done.ok) return refuse(errorsOf(done.refusal))
      return ok(redirect(nextPath(visit.form.next, routes.account.href())))
    },
    refused: async (visit, tx, errors) => {
      const personId = personOf(visit)
      return personId ? draw(visit, tx, { personId, errors }) : toSignIn
    },
  }),
]

const errorsOf = (refusal: SetUpRefusal): FieldErrors => {
  const field = refusal === 'current-wrong' ? 'current' : 'code'
  return { [field]: { key: `accounts.second-factor.${refusal}` } }
}

async function draw(
  visit: Visit,
  tx: Tx,
  { personId, errors }: { personId: PersonId; errors: FieldErrors },
): Promise<Reply> {
  const existing = await findSecondFactor(tx, personId)
  const offer = offerFor(visit, personId)
  const address = codeAddress(offer.secret, (await getOwnPerson(tx, personId)).login)
  const svg = await drawQr(address, { type: 'svg', margin: 2 })
  const picture = `data:image/svg+xml;base64,${Buffer.from(svg).toString('base64')}`
  return page(
    <SecondFactorPage
      state={{ values: {}, errors }}
      next={nextPath(visit.form.next ?? visit.query.next, '')}
      submission={randomUUID()}
      since={existing ? dayOf(existing.since) : null}
      offer={{ ...offer, picture }}
    />,
  )
}

/** The same secret again after a wrong code: the app has it already. */
function offerFor(visit: Visit, personId: PersonId): Offer {
  const { offer } = visit.form
  const asked = { personId, now: visit.now }
  const shown = typeof offer === 'string' ? openOffer(visit.vault, offer, asked) : null
  return shown ?? offerSecret(visit.vault, personId, visit.now)
}
