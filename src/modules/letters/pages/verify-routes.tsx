import { hasRole } from '../../../kernel/actor.ts'
import { dayOf } from '../../../kernel/days.ts'
import type { Tx } from '../../../platform/db.ts'
import { page, type Reply, type Route, redirect, type Visit } from '../../../platform/http/route.ts'
import { routes } from '../../../routes.ts'
import { parseCode } from '../rules/code.ts'
import { findDocument } from '../store/document.ts'
import { findLetterByCode } from '../store/letter.ts'
import { letterReaders } from './access.ts'
import { VerifyPage } from './verify-page.tsx'

/** Eighty bits are not found by trying; whoever tries all the same is slowed down. */
const missLimit = { name: 'document-code', points: 20, seconds: 600 } as const
const common = { door: 'page', method: 'get', access: ['public'] } as const

/** For anybody who holds the paper. Never from memory: what is in force may change at any time. */
export const verifyRoutes: readonly Route[] = [
  {
    ...common,
    path: routes.verify.path,
    show: async (visit) => {
      const { code: typed } = visit.query
      if (typeof typed !== 'string' || typed.trim() === '') return draw(visit, { typed: null })
      const code = parseCode(typed)
      return code === null ? draw(visit, { typed }) : redirect(routes.document.href({ code }))
    },
  },
  ...[routes.document.path, routes.documentScanned.path].map(
    (path): Route => ({ ...common, path, missLimit, show: showDocument }),
  ),
]

async function showDocument(visit: Visit, tx: Tx): Promise<Reply> {
  const typed = visit.params.code ?? ''
  const code = parseCode(typed)
  const document = code === null ? null : await findDocument(tx, code)
  if (code === null || !document) return draw(visit, { typed })
  const mayScan = document.kind === 'letter' && hasRole(visit.actor, ...letterReaders)
  const id = mayScan ? await findLetterByCode(tx, code) : null
  const scanHref = id === null ? null : `${routes.letter.href({ id })}#scan`
  return draw(visit, { typed, code, document, scanHref })
}

type Drawn = { readonly typed: string | null } & Partial<Parameters<typeof VerifyPage>[0]>

function draw({ now }: Visit, drawn: Drawn): Reply {
  const { typed, code = null, document = null, scanHref = null } = drawn
  const body = <VerifyPage {...{ typed, code, document, scanHref, now }} today={dayOf(now)} />
  return page(body, typed !== null && document === null ? 404 : 200)
}
