import type { FastifyRequest } from 'fastify'
import type { SentForm } from './route.ts'
import { isSameSite } from './same-site.ts'

/** What opens something is typed anew each time: it stands on no page. */
const opens = /secret|password|code|token/i

/** What somebody typed, for an error page to keep; null where nothing came, or from another site. */
export function sentForm(request: FastifyRequest): SentForm | null {
  const { body } = request
  if (typeof body !== 'object' || body === null || !isSameSite(request)) return null
  const fields = Object.entries(body)
    .filter(([name]) => !opens.test(name))
    .flatMap(([name, value]) => [value].flat().map((each) => [name, String(each)] as const))
  return fields.length > 0 ? { path: request.url, fields } : null
}
