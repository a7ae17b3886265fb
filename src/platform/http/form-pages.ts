import type { FastifyInstance } from 'fastify'
import { splitLanguage } from '../i18n/reader.ts'
import type { HttpDeps, Route, SubmitRoute } from './route.ts'

/**
 * A refused form is drawn at the address that takes it. Whoever asks for that address afterwards,
 * with the language switch or because the browser opens its tabs again, comes to the page of the form.
 */
export function mountFormPages(
  app: FastifyInstance,
  routes: readonly Route[],
  { readers }: Pick<HttpDeps, 'readers'>,
): void {
  const shown = new Set(routes.filter(isShown).map(({ path }) => path))
  const formsAlone = routes.filter(isForm).filter(({ path }) => !shown.has(path))
  for (const { path, shownAt } of formsAlone) {
    const above = segmentsAbove(path, shown)
    app.get(path, (request, reply) => {
      const url = request.url.split('?')[0] ?? '/'
      const to = shownAt ?? (url.split('/').slice(0, above).join('/') || '/')
      const { lang } = splitLanguage(request.originalUrl)
      return reply.header('cache-control', 'no-store').redirect(readers[lang].link(to), 303)
    })
  }
}

const isShown = (route: Route): boolean => route.door === 'page' && route.method === 'get'
const isForm = (route: Route): route is SubmitRoute =>
  route.door === 'page' && route.method === 'post'

/** How much of the address is that of a page: the longest start that is one. */
function segmentsAbove(path: string, shown: ReadonlySet<string>): number {
  const segments = path.split('/')
  for (let length = segments.length - 1; length > 1; length -= 1)
    if (shown.has(segments.slice(0, length).join('/'))) return length
  return 1
}
