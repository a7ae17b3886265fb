import { randomUUID } from 'node:crypto'
import type { Message } from '../../../kernel/reader.ts'
import { ok } from '../../../kernel/result.ts'
import type { Tx } from '../../../platform/db.ts'
import {
  outward,
  page,
  type Reply,
  type Route,
  redirect,
  submits,
  type Visit,
} from '../../../platform/http/route.ts'
import { routes } from '../../../routes.ts'
import { unlinkIdentity } from '../actions/linked-identity.ts'
import type { Provider } from '../actions/provider.ts'
import { linkedSince } from '../store/linked-identities.ts'
import { personOf } from './browser.ts'
import { carriedOf } from './landing.tsx'
import { beginErrand } from './oidc-cookie.ts'
import { OidcPage } from './oidc-page.tsx'
import { oidcReturnRoutes } from './oidc-return-routes.tsx'
import { SignInPage } from './sign-in-page.tsx'

const everybody = ['public'] as const
const limit = { name: 'oidc', points: 60, seconds: 600 }
const toSignIn = redirect(routes.signIn.href({ next: routes.accountOidc.href() }))
const toPage = redirect(routes.accountOidc.href())

/** Mounted only where a provider is set up: elsewhere these addresses do not exist. */
export const oidcRoutes = (provider: Provider): readonly Route[] => [
  {
    // A link and no form: browsers hold a form to this site, wherever it is led on to.
    door: 'page',
    method: 'get',
    path: routes.signInOidc.path,
    access: everybody,
    limit,
    show: async (visit) => {
      const { next } = carriedOf(visit.query)
      const address = await send(provider, visit, { personId: null, next })
      const message = { key: 'accounts.oidc.down', values: { provider: provider.name } }
      return address ?? page(signInPage(message, next), 503)
    },
  },
  {
    door: 'page',
    method: 'get',
    path: routes.accountOidc.path,
    access: everybody,
    show: async (visit, tx) => draw(provider, visit, { tx, problem: null }),
  },
  {
    door: 'page',
    method: 'get',
    path: routes.accountOidcStart.path,
    access: everybody,
    limit,
    show: async (visit, tx) => {
      const personId = personOf(visit)
      if (!personId) return toSignIn
      const address = await send(provider, visit, { personId, next: '' })
      const problem = { key: 'accounts.oidc.down', values: { provider: provider.name } }
      return address ?? draw(provider, visit, { tx, problem })
    },
  },
  submits<never>({
    path: routes.accountOidcEnd.path,
    access: everybody,
    limit,
    submit: async (visit, tx) => {
      const personId = personOf(visit)
      if (!personId) return ok(toSignIn)
      await unlinkIdentity(tx, personId, { issuer: provider.issuer, now: visit.now })
      return ok(toPage)
    },
    refused: async () => toPage,
  }),
  ...oidcReturnRoutes(provider, {
    signIn: signInPage,
    link: (visit, tx, problem) => draw(provider, visit, { tx, problem }),
  }),
]

/** Out to the provider; null where it does not answer. */
async function send(
  provider: Provider,
  visit: Visit,
  about: { readonly personId: string | null; readonly next: string },
): Promise<Reply | null> {
  const back = visit.reader.link(routes.signInOidcReturn.href())
  const errand = beginErrand(visit, about)
  const address = await provider.address(back, errand)
  return address.ok ? outward(address.value) : null
}

const signInPage = (message: Message, next: string) => (
  <SignInPage state={{ values: {}, errors: { login: message } }} carried={{ next, kept: '' }} />
)

async function draw(
  { issuer }: Provider,
  visit: Visit,
  { tx, problem }: { readonly tx: Tx; readonly problem: Message | null },
): Promise<Reply> {
  const personId = personOf(visit)
  if (!personId) return toSignIn
  const since = await linkedSince(tx, personId, issuer)
  const body = <OidcPage since={since} problem={problem} submission={randomUUID()} />
  return page(body, problem ? 422 : 200)
}
