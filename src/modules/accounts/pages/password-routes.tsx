import { randomUUID } from 'node:crypto'
import { z } from 'zod'
import { ok, refuse } from '../../../kernel/result.ts'
import type { Tx } from '../../../platform/db.ts'
import { type FieldErrors, parseForm } from '../../../platform/http/form.ts'
import {
  page,
  type Reply,
  type Route,
  redirect,
  submits,
  type Visit,
} from '../../../platform/http/route.ts'
import { routes } from '../../../routes.ts'
import { changePassword } from '../actions/change-password.ts'
import { findSecondFactor, hasFirstPassword } from '../store/credentials.ts'
import { getOwnPerson, type PersonId } from '../store/people.ts'
import { personOf, tokenHashOf } from './browser.ts'
import { PasswordPage } from './password-page.tsx'

const passwordForm = z.object({
  current: z
    .string()
    .min(1, 'accounts.password.missing')
    .max(500, 'accounts.password.password-wrong'),
  wanted: z
    .string()
    .min(1, 'accounts.password.missing')
    .max(500, 'accounts.password.password-long'),
})
const toSignIn = redirect(routes.signIn.href({ next: routes.accountPassword.href() }))

export const passwordRoutes: readonly Route[] = [
  {
    door: 'page',
    method: 'get',
    path: routes.accountPassword.path,
    access: ['public'],
    show: async (visit, tx) => {
      const personId = personOf(visit)
      return personId ? draw(tx, { personId, errors: {} }) : toSignIn
    },
  },
  submits<FieldErrors>({
    path: routes.accountPassword.path,
    access: ['public'],
    limit: { name: 'password', points: 20, seconds: 600 },
    submit: async (visit, tx) => {
      const personId = personOf(visit)
      if (!personId) return ok(toSignIn)
      const form = parseForm(passwordForm, visit.form)
      return form.ok ? change(visit, tx, { ...form.value, personId }) : form
    },
    refused: async (visit, tx, errors) => {
      const personId = personOf(visit)
      return personId ? draw(tx, { personId, errors }) : toSignIn
    },
  }),
]

async function change(
  visit: Visit,
  tx: Tx,
  typed: { personId: PersonId; current: string; wanted: string },
) {
  const input = { ...typed, sessionHash: tokenHashOf(visit), now: visit.now }
  const done = await changePassword(tx, input)
  if (done.ok) {
    const complete = await findSecondFactor(tx, typed.personId)
    return ok(redirect((complete ? routes.account : routes.accountSecondFactor).href()))
  }
  const field = done.refusal === 'password-wrong' ? 'current' : 'wanted'
  return refuse({ [field]: { key: `accounts.password.${done.refusal}` } })
}

/** Nothing that was typed comes back: these are passwords. */
async function draw(
  tx: Tx,
  { personId, errors }: { personId: PersonId; errors: FieldErrors },
): Promise<Reply> {
  const { login } = await getOwnPerson(tx, personId)
  const state = { values: {}, errors }
  const first = await hasFirstPassword(tx, personId)
  const shown = { state, login, first, submission: randomUUID() }
  return page(<PasswordPage {...shown} />)
}
