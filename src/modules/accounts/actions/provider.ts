import {
  allowInsecureRequests,
  authorizationCodeGrant,
  buildAuthorizationUrl,
  type ClientAuth,
  ClientSecretBasic,
  ClientSecretPost,
  type Configuration,
  calculatePKCECodeChallenge,
  discovery,
} from 'openid-client'
import { ok, type Result, refuse } from '../../../kernel/result.ts'
import type { OidcConfig } from '../../../platform/oidc-settings.ts'

export type ProviderSettings = OidcConfig & { readonly publicUrl: string }

/** What only this browser knows of one try: kept sealed in its cookie. */
export type Secrets = { readonly state: string; readonly nonce: string; readonly verifier: string }

/** What came back in the address, and to which address. */
export type Return = { readonly path: string; readonly query: Readonly<Record<string, string>> }

/** The provider of the ministry, by which people may sign in too. */
export type Provider = {
  readonly issuer: string
  readonly name: string
  /** Where to send the browser. */
  address(path: string, secrets: Secrets): Promise<Result<URL, 'down'>>
  /** What the provider calls whoever came back. */
  subject(returned: Return, secrets: Secrets): Promise<Result<string, 'down' | 'refused'>>
}

const timeoutSeconds = 5
const keptMinutes = 60
const failedSeconds = 10
/** Each holds a connection of the database while it waits: the others belong to everybody else. */
const mostAtOnce = 3

export function makeProvider({ publicUrl, ...settings }: ProviderSettings): Provider {
  const find = finder(settings)
  let busy = 0
  const gated = async <T>(work: () => Promise<Result<T, 'down' | 'refused'>>) => {
    if (busy >= mostAtOnce) return refuse('down' as const)
    busy += 1
    try {
      return await work()
    } finally {
      busy -= 1
    }
  }
  const here = (path: string) => new URL(path, publicUrl)
  return {
    issuer: settings.issuer,
    name: settings.name,
    async address(path, secrets) {
      const found = await gated(find)
      return found.ok ? ok(await addressOf(found.value, here(path), secrets)) : refuse('down')
    },
    subject: (returned, secrets) =>
      gated(async () => {
        const found = await find()
        if (!found.ok) return found
        const url = here(returned.path)
        url.search = new URLSearchParams(returned.query).toString()
        return exchange(found.value, url, secrets)
      }),
  }
}

/** What the provider says of itself: asked once an hour, and not again at once after a failure. */
function finder({ issuer, clientId, clientSecret }: OidcConfig) {
  let known: { until: number; found: ReturnType<typeof ask> } | null = null
  const ask = async (): Promise<Result<Configuration, 'down'>> => {
    const server = new URL(issuer)
    const insecure = server.protocol === 'http:' ? [allowInsecureRequests] : []
    try {
      const config = await discovery(server, clientId, {}, authentication(clientSecret), {
        execute: insecure,
        timeout: timeoutSeconds,
      })
      keep(keptMinutes * 60)
      return ok(config)
    } catch {
      keep(failedSeconds)
      return refuse('down')
    }
  }
  const keep = (seconds: number) => {
    if (known) known.until = Date.now() + seconds * 1000
  }
  return () => {
    if (!known || known.until < Date.now())
      known = { until: Number.POSITIVE_INFINITY, found: ask() }
    return known.found
  }
}

/** As the provider takes it; by the standard in a header, where it says nothing. */
const authentication =
  (secret: string): ClientAuth =>
  (...asked) => {
    const taken = asked[0].token_endpoint_auth_methods_supported ?? ['client_secret_basic']
    const way = taken.includes('client_secret_basic') ? ClientSecretBasic : ClientSecretPost
    return way(secret)(...asked)
  }

const addressOf = async (config: Configuration, back: URL, { state, nonce, verifier }: Secrets) =>
  buildAuthorizationUrl(config, {
    redirect_uri: back.href,
    scope: 'openid',
    state,
    nonce,
    code_challenge: await calculatePKCECodeChallenge(verifier),
    code_challenge_method: 'S256',
  })

async function exchange(
  config: Configuration,
  url: URL,
  { state, nonce, verifier }: Secrets,
): Promise<Result<string, 'down' | 'refused'>> {
  try {
    const tokens = await authorizationCodeGrant(config, url, {
      expectedState: state,
      expectedNonce: nonce,
      pkceCodeVerifier: verifier,
      idTokenExpected: true,
    })
    const subject = tokens.claims()?.sub
    return subject ? ok(subject) : refuse('refused')
  } catch (error) {
    return refuse(isSilence(error) ? 'down' : 'refused')
  }
}

/** No answer, rather than one that says no. */
function isSilence(error: unknown): boolean {
  const { code, cause } = error as { code?: unknown; cause?: unknown }
  return code === 'OAUTH_TIMEOUT' || error instanceof TypeError || cause instanceof TypeError
}
