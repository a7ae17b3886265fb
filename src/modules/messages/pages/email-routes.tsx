import { randomUUID } from 'node:crypto'
import { z } from 'zod'
import { ok, refuse } from '../../../kernel/result.ts'
import type { Tx } from '../../../platform/db.ts'
import { type FieldErrors, parseForm, typedValues } from '../../../platform/http/form.ts'
import {
  page,
  type Reply,
  type Route,
  redirect,
  submits,
  type Visit,
} from '../../../platform/http/route.ts'
import { line } from '../../../platform/text/fields.ts'
import { routes } from '../../../routes.ts'
import { emptyForm, type FormState } from '../../../ui/index.ts'
import { assignableRoles } from '../../accounts/index.ts'
import { confirmEmail, giveEmail, readOwnEmail, removeEmail } from '../actions/own-email.ts'
import { codeIn } from '../rules/link-code.ts'
import { ConfirmEmailPage, EmailPage } from './email-page.tsx'

const limit = { name: 'email', points: 60, seconds: 3_600 }
const again = redirect(routes.accountEmail.href())
const form = z.object({
  address: line({
    max: 200,
    missing: 'messages.email.missing',
    tooLong: 'messages.email.wrong',
  }).refine((text) => /^[^\s@<>,;:]+@[^\s@<>,;:]+\.[^\s@<>,;:]+$/.test(text), {
    error: 'messages.email.wrong',
  }),
})

/** The mailbox of the own account, for everybody who works here. */
export const emailRoutes: readonly Route[] = [
  {
    ...{ door: 'page', method: 'get', path: routes.accountEmail.path, access: assignableRoles },
    show: (visit, tx) => draw(visit, tx, emptyForm),
  },
  submits<FieldErrors>({
    ...{ path: routes.accountEmail.path, access: assignableRoles, limit },
    submit: async (visit, tx) => {
      if (visit.form.do === 'end') {
        await removeEmail(tx, visit.actor, visit.now)
        return ok(again)
      }
      const parsed = parseForm(form, visit.form)
      if (!parsed.ok) return parsed
      const { vault, now } = visit
      await giveEmail(tx, visit.actor, { vault, now, ...parsed.value })
      return ok(again)
    },
    refused: (visit, tx, errors) => draw(visit, tx, { values: typedValues(visit.form), errors }),
  }),
  {
    ...{ door: 'page', method: 'get', path: routes.accountEmailConfirm.path },
    ...{ access: assignableRoles },
    show: async (visit) => drawConfirm(visit, {}),
  },
  submits<FieldErrors>({
    ...{ path: routes.accountEmailConfirm.path, access: assignableRoles, limit },
    submit: async (visit, tx) => {
      const { actor, vault, now, params } = visit
      const code = codeIn(params.code ?? '')
      const done = code !== null && (await confirmEmail(tx, actor, { vault, now, code }))
      return done ? ok(again) : refuse({ form: { key: 'messages.email.confirm.over' } })
    },
    refused: async (visit, _tx, errors) => drawConfirm(visit, errors),
  }),
]

async function draw(visit: Visit, tx: Tx, state: FormState): Promise<Reply> {
  const own = await readOwnEmail(tx, visit.actor, visit)
  return page(<EmailPage own={own} state={state} submission={randomUUID()} />)
}

const drawConfirm = ({ params }: Visit, errors: FieldErrors): Reply =>
  page(
    <ConfirmEmailPage
      code={params.code ?? ''}
      state={{ values: {}, errors }}
      submission={randomUUID()}
    />,
  )
