import type { Html } from '../../../html/html.ts'
import type { Message } from '../../../kernel/reader.ts'
import { ok, refuse } from '../../../kernel/result.ts'
import type { Tx } from '../../../platform/db.ts'
import {
  page,
  type Reply,
  type Route,
  redirect,
  submits,
  type Visit,
} from '../../../platform/http/route.ts'
import { routes } from '../../../routes.ts'
import { linkIdentity, signInLinked } from '../actions/linked-identity.ts'
import type { Provider } from '../actions/provider.ts'
import { provePresence, signingState } from '../actions/sign.ts'
import type { SigningRefusal } from '../rules/signing.ts'
import { endSession } from '../store/sessions.ts'
import { giveSession, knockOf, personOf, tokenHashOf } from './browser.ts'
import { type Errand, endErrand, findErrand } from './oidc-cookie.ts'
import { OidcReturnPage } from './oidc-return-page.tsx'
import { signingErrors } from './signing-fields.tsx'

/** Where it came to nothing: on the page from which somebody left. */
type Failed = {
  readonly signIn: (message: Message, next: string) => Html
  readonly link: (visit: Visit, tx: Tx, problem: Message) => Promise<Reply>
}
type Door = { readonly provider: Provider; readonly failed: Failed }

export const oidcReturnRoutes = (provider: Provider, failed: Failed): readonly Route[] => [
  {
    door: 'page',
    method: 'get',
    path: routes.signInOidcReturn.path,
    access: ['public'],
    show: async (visit, tx) => {
      const errand = findErrand(visit)
      const query = broughtBack(visit.query)
      if (!errand || query.code === undefined || query.state !== errand.state)
        return fail({ provider, failed }, visit, { tx, errand, why: 'refused' })
      return draw(visit, tx, { query, errand, error: null })
    },
  },
  submits<SigningRefusal>({
    path: routes.signInOidcReturn.path,
    access: ['public'],
    limit: { name: 'oidc-return', points: 60, seconds: 600 },
    submit: async (visit, tx) => {
      const errand = findErrand(visit)
      if (errand?.personId) {
        const present = await provePresence(tx, visit)
        if (!present.ok)
          return present.refusal === 'no-session' ? ok(toSignIn) : refuse(present.refusal)
      }
      endErrand(visit)
      return ok(await comeBack({ provider, failed }, visit, { tx, errand }))
    },
    refused: async (visit, tx, error) => {
      const errand = findErrand(visit)
      return errand ? draw(visit, tx, { query: broughtBack(visit.form), errand, error }) : toSignIn
    },
  }),
]

const toSignIn = redirect(routes.signIn.href())

/** Only what the standard names, and not more of it than fits a form. */
function broughtBack(fields: Visit['form']): Record<string, string> {
  const found: Record<string, string> = {}
  for (const name of ['code', 'state', 'iss', 'session_state']) {
    const value = fields[name]
    if (typeof value === 'string' && value.length <= 4_000) found[name] = value
  }
  return found
}

async function comeBack(
  door: Door,
  visit: Visit,
  { tx, errand }: { readonly tx: Tx; readonly errand: Errand | null },
): Promise<Reply> {
  const { provider } = door
  const query = broughtBack(visit.form)
  if (!errand || query.state !== errand.state)
    return fail(door, visit, { tx, errand, why: 'refused' })
  const path = visit.reader.link(routes.signInOidcReturn.href())
  const subject = await provider.subject({ path, query }, errand)
  if (!subject.ok) return fail(door, visit, { tx, errand, why: subject.refusal })
  const link = { issuer: provider.issuer, subject: subject.value }
  if (errand.personId === null) return enter(door, visit, { tx, errand, link })
  const personId = personOf(visit)
  // Somebody else signed in meanwhile, in the same browser.
  if (personId !== errand.personId) return fail(door, visit, { tx, errand, why: 'refused' })
  const done = await linkIdentity(tx, personId, { ...link, now: visit.now })
  if (!done.ok) return fail(door, visit, { tx, errand, why: 'taken' })
  return redirect(routes.accountOidc.href())
}

async function enter(
  door: Door,
  visit: Visit,
  {
    tx,
    errand,
    link,
  }: { tx: Tx; errand: Errand; link: { readonly issuer: string; readonly subject: string } },
): Promise<Reply> {
  const done = await signInLinked(tx, visit.vault, { ...knockOf(visit), ...link })
  if (!done.ok) {
    if (done.refusal.code === 'wrong') return fail(door, visit, { tx, errand, why: 'unknown' })
    const { seconds } = done.refusal
    const wait = { key: 'accounts.wait.minutes', values: { minutes: Math.ceil(seconds / 60) } }
    const body = door.failed.signIn(wait, errand.next)
    return { kind: 'page', body, status: 429, headers: { 'retry-after': String(seconds) } }
  }
  await endSession(tx, tokenHashOf(visit))
  giveSession(visit, done.value)
  const { next } = errand
  if (done.value.next === 'new-password') return redirect(routes.accountPassword.href())
  if (done.value.next === 'set-up') return redirect(routes.accountSecondFactor.href({ next }))
  return redirect(routes.signInCode.href({ next }))
}

type Failing = {
  readonly tx: Tx
  readonly errand: Errand | null
  readonly why: 'down' | 'refused' | 'unknown' | 'taken'
}

async function fail(
  { provider, failed }: Door,
  visit: Visit,
  { tx, errand, why }: Failing,
): Promise<Reply> {
  endErrand(visit)
  const message = { key: `accounts.oidc.${why}`, values: { provider: provider.name } }
  if (errand?.personId) return failed.link(visit, tx, message)
  return page(failed.signIn(message, errand?.next ?? ''), why === 'down' ? 503 : 422)
}

async function draw(
  visit: Visit,
  tx: Tx,
  {
    query,
    errand,
    error,
  }: { query: Record<string, string>; errand: Errand; error: SigningRefusal | null },
): Promise<Reply> {
  const signing = errand.personId ? await signingState(tx, visit) : null
  const state = { values: {}, errors: error ? signingErrors(error) : {} }
  const body = <OidcReturnPage query={query} signing={signing} signingError={error} state={state} />
  return page(body)
}
