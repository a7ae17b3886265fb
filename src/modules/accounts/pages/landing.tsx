import { randomUUID } from 'node:crypto'
import { openKept } from '../../../platform/http/kept-form.ts'
import { page, type Reply, redirect, type Visit } from '../../../platform/http/route.ts'
import { routes } from '../../../routes.ts'
import { isLocalPath, nextPath } from '../rules/local-path.ts'
import type { Carried } from './carried-fields.tsx'
import { RestoredPage } from './restored-page.tsx'

/** Where somebody begins; `/work` leads on by role. */
const homeOf = (roles: readonly string[]): string =>
  roles.length === 0 ? routes.account.href() : routes.work.href()

/** What a form of the sign-in carried, one text each; anything else counts as nothing. */
export function carriedOf(fields: Visit['form']): Carried {
  const one = (value: unknown) => (typeof value === 'string' ? value : '')
  const next = nextPath(one(fields.next), '')
  return { next, kept: one(fields.kept) }
}

/** Signed in: to what was typed before the session ended, to the page asked for, or home. */
export function land(visit: Visit, roles: readonly string[], { next, kept }: Carried): Reply {
  const home = homeOf(roles)
  const typed = kept ? openKept(visit.vault, kept, visit.now) : null
  if (!typed || !isLocalPath(typed.path)) return redirect(next || home)
  const { submission } = typed.form
  return page(
    <RestoredPage
      path={typed.path}
      form={typed.form}
      submission={typeof submission === 'string' && submission ? submission : randomUUID()}
      otherwise={home}
    />,
  )
}
