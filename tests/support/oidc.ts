import { once } from 'node:events'
import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import Provider from 'oidc-provider'
import { afterAll, beforeAll } from 'vitest'

export const oidcClient = { clientId: 'become', clientSecret: 'a secret of the tests' } as const

/** A real provider on a port of this machine: whoever types a name there is that account. */
export function useOidc(given: readonly string[] | (() => readonly string[])) {
  const redirects = () => (typeof given === 'function' ? given() : given)
  let server: Server | null = null
  let issuer = ''
  const start = async (port: number) => {
    const made = createServer()
    made.listen(port, '127.0.0.1')
    await once(made, 'listening')
    issuer = `http://127.0.0.1:${(made.address() as AddressInfo).port}`
    const provider = new Provider(issuer, {
      clients: [
        {
          client_id: oidcClient.clientId,
          client_secret: oidcClient.clientSecret,
          redirect_uris: [...redirects()],
        },
      ],
      cookies: { keys: ['of the tests'] },
      pkce: { required: () => true },
    })
    provider.proxy = false
    made.on('request', provider.callback())
    server = made
  }
  const stop = async () => {
    server?.closeAllConnections()
    await new Promise((resolve) => (server ? server.close(resolve) : resolve(null)))
    server = null
  }
  beforeAll(() => start(0))
  afterAll(stop)
  return {
    issuer: () => issuer,
    port: () => Number(new URL(issuer).port),
    start,
    stop,
    /** Signs in there as this account and agrees; returns the address that leads back to us. */
    visit: (address: string, account: string) => throughProvider(address, account, redirects()),
  }
}

async function throughProvider(address: string, account: string, redirects: readonly string[]) {
  const ask = withCookies()
  let answer = await ask(new URL(address))
  for (let step = 0; step < 20; step += 1) {
    const to = answer.headers.get('location')
    if (to && redirects.some((one) => to.startsWith(one))) return new URL(to)
    if (to) answer = await ask(new URL(to, answer.url))
    else answer = await ask(...formOf(await answer.text(), { at: answer.url, account }))
  }
  throw new Error('the provider leads nowhere')
}

/** The form that it shows, filled in. */
function formOf(
  html: string,
  { at, account }: { readonly at: string; readonly account: string },
): [URL, URLSearchParams] {
  const action = /<form[^>]* action="([^"]+)"/.exec(html)?.[1]
  const prompt = /name="prompt" value="([^"]+)"/.exec(html)?.[1]
  if (!action || !prompt) throw new Error(`the provider shows no form: ${html.slice(0, 500)}`)
  const fields = new URLSearchParams({ prompt, login: account, password: 'any' })
  return [new URL(action, at), fields]
}

function withCookies() {
  const cookies = new Map<string, string>()
  return async (at: URL, form: URLSearchParams | null = null): Promise<Response> => {
    const answer = await fetch(at, {
      redirect: 'manual',
      headers: { cookie: [...cookies].map(([name, value]) => `${name}=${value}`).join('; ') },
      ...(form ? { method: 'POST', body: form } : {}),
    })
    for (const line of answer.headers.getSetCookie()) {
      const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(line) ?? []
      if (value === '') cookies.delete(name)
      else cookies.set(name, value)
    }
    return answer
  }
}
