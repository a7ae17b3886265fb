/** What an API token may be used for. It never reaches further than its person's own roles. */
export const apiScopes = [
  'complaints:read',
  'complaints:write',
  'licences:read',
  'licences:write',
  'administration:read',
  'administration:write',
] as const
export type ApiScope = (typeof apiScopes)[number]

/** Days for which a token may be made. */
export const tokenDays = [7, 30, 90, 365] as const
export const mostTokens = 20
