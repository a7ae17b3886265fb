import type { FastifyRequest } from 'fastify'

/**
 * A form may come from our own pages only. Browsers say so themselves (Sec-Fetch-Site); older
 * ones send Origin or Referer; a request that says nothing at all counts only without cookies.
 */
export function isSameSite(request: FastifyRequest): boolean {
  const { headers } = request
  const site = headers['sec-fetch-site']
  if (site !== undefined) return site === 'same-origin' || site === 'none'
  const from = headers.origin ?? headers.referer
  if (from === undefined || from === 'null') return from === undefined && !headers.cookie
  try {
    return new URL(from).host === headers.host
  } catch {
    return false
  }
}
