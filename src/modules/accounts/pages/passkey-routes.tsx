import { randomUUID } from 'node:crypto'
import { z } from 'zod'
import { ok, refuse } from '../../../kernel/result.ts'
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
import { fields } from '../../../platform/text/index.ts'
import { routes } from '../../../routes.ts'
import { askToRegister, endPasskey, registerPasskey } from '../actions/passkeys.ts'
import { provePresence, signingState } from '../actions/sign.ts'
import { isSigningRefusal } from '../rules/signing.ts'
import { listPasskeys } from '../store/passkeys.ts'
import { personOf } from './browser.ts'
import { PasskeysPage } from './passkeys-page.tsx'
import { signingErrors } from './signing-fields.tsx'

const toSignIn = redirect(routes.signIn.href({ next: routes.accountPasskeys.href() }))
const toPasskeys = redirect(routes.accountPasskeys.href())
const limit = { name: 'passkeys', points: 30, seconds: 600 }

const form = z.object({
  label: fields.line({
    max: 60,
    missing: 'accounts.passkeys.label.missing',
    tooLong: 'accounts.tokens.label.long',
  }),
})
type Refusal = { readonly errors: FieldErrors; readonly signing: string | null }

/** For everybody who has signed in with both factors; the handlers ask for a person. */
export const passkeyRoutes: readonly Route[] = [
  {
    door: 'page',
    method: 'get',
    path: routes.accountPasskeys.path,
    access: ['public'],
    show: async (visit, tx) => draw(visit, tx, { errors: {}, signing: null }),
  },
  submits<Refusal>({
    path: routes.accountPasskeys.path,
    access: ['public'],
    limit,
    submit: async (visit, tx) => {
      const personId = personOf(visit)
      if (!personId) return ok(toSignIn)
      const typed = parseForm(form, visit.form)
      if (!typed.ok) return refuse({ errors: typed.refusal, signing: null })
      // Whoever sits at an open browser must not add a key of their own.
      const present = await provePresence(tx, { ...visit, form: withoutPasskey(visit) })
      if (!present.ok)
        return refuse({ errors: signingErrors(present.refusal), signing: present.refusal })
      const done = await registerPasskey(tx, visit, { personId, label: typed.value.label })
      if (done.ok) return ok(toPasskeys)
      const errors = { label: { key: `accounts.passkeys.${done.refusal}` } }
      return refuse({ errors, signing: null })
    },
    refused: draw,
  }),
  submits<'not-found'>({
    path: routes.accountPasskeyEnd.path,
    access: ['public'],
    limit,
    submit: async (visit, tx) => {
      const personId = personOf(visit)
      if (!personId) return ok(toSignIn)
      const { id = '' } = visit.params
      const done = await endPasskey(tx, personId, { id, now: visit.now })
      return done.ok ? ok(toPasskeys) : done
    },
    refused: async () => notFound,
  }),
]

/** The new key does not vouch for itself. */
const withoutPasskey = ({ form: { passkey: _new, ...rest } }: Visit) => rest

async function draw(visit: Visit, tx: Tx, { errors, signing }: Refusal): Promise<Reply> {
  const personId = personOf(visit)
  if (!personId) return toSignIn
  const { label } = visit.form
  return page(
    <PasskeysPage
      passkeys={await listPasskeys(tx, personId)}
      question={await askToRegister(tx, visit, personId)}
      signing={await signingState(tx, visit)}
      signingError={signing !== null && isSigningRefusal(signing) ? signing : null}
      state={{ values: typeof label === 'string' ? { label } : {}, errors }}
      submission={randomUUID()}
    />,
  )
}
