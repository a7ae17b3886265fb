import { z } from 'zod'
import { StartFailure } from './start-failure.ts'

/** A provider of the ministry, by which people may sign in too: beside platform/config.ts. */
export const oidcSettings = {
  OIDC_ISSUER: z
    .url({ protocol: /^https?$/, error: 'must be the address of the provider, like https://…' })
    .refine(isSafe, { error: 'must begin with https://, except on this machine' })
    .optional(),
  OIDC_CLIENT_ID: z.string().min(1).optional(),
  OIDC_CLIENT_SECRET: z.string().min(1).optional(),
  OIDC_NAME: z.string().max(60, { error: 'must be a name of at most 60 letters' }).optional(),
}
/** Never shown when they are wrong. */
export const secretOidcSettings = ['OIDC_CLIENT_SECRET']

export type OidcConfig = {
  readonly issuer: string
  readonly clientId: string
  readonly clientSecret: string
  /** As people call the provider. */
  readonly name: string
}

type Values = z.infer<z.ZodObject<typeof oidcSettings>>

/** Null where none of them is set; half of them is refused. */
export function oidcConfig(values: Values): OidcConfig | null {
  const names = ['OIDC_ISSUER', 'OIDC_CLIENT_ID', 'OIDC_CLIENT_SECRET', 'OIDC_NAME'] as const
  const { OIDC_ISSUER, OIDC_CLIENT_ID, OIDC_CLIENT_SECRET, OIDC_NAME } = values
  if (OIDC_ISSUER && OIDC_CLIENT_ID && OIDC_CLIENT_SECRET && OIDC_NAME)
    return {
      issuer: OIDC_ISSUER,
      clientId: OIDC_CLIENT_ID,
      clientSecret: OIDC_CLIENT_SECRET,
      name: OIDC_NAME,
    }
  const missing = names.filter((name) => !values[name])
  if (missing.length === names.length) return null
  throw new StartFailure(
    `${missing.join(', ')} must be set, too: a provider to sign in with needs all of ${names.join(', ')}.`,
  )
}

/** The secret travels to it. */
function isSafe(text: string): boolean {
  const { protocol, hostname } = new URL(text)
  return protocol === 'https:' || ['localhost', '127.0.0.1', '[::1]'].includes(hostname)
}
