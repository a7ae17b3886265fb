import { z } from 'zod'
import type { Role } from '../../../kernel/actor.ts'
import type { Message } from '../../../kernel/reader.ts'
import { ok, refuse } from '../../../kernel/result.ts'
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
import { type CodeRefusal, confirmCode, passkeyQuestion } from '../actions/confirm-code.ts'
import { type SignedIn, signIn, signInForDemonstration } from '../actions/sign-in.ts'
import { endSession } from '../store/sessions.ts'
import {
  forgetSession,
  giveSession,
  knockOf,
  personOf,
  rememberDevice,
  tokenHashOf,
  tokenOf,
} from './browser.ts'
import type { Carried } from './carried-fields.tsx'
import { CodePage } from './code-page.tsx'
import { carriedOf, land } from './landing.tsx'
import { SignInPage } from './sign-in-page.tsx'

const everybody: readonly Role[] = ['public']
/** Before anything is looked up: a flood from one address, whatever it tries. */
const flood = { name: 'sign-in', points: 100, seconds: 600 }

const passwordForm = z.object({
  login: z.string().trim().min(1, 'accounts.login.missing').max(100, 'accounts.sign-in.wrong'),
  password: z.string().min(1, 'accounts.password.missing').max(500, 'accounts.sign-in.wrong'),
})
const codeForm = z
  .object({
    code: z.string().trim().max(100, 'accounts.code.wrong').default(''),
    passkey: z.string().max(20_000, 'accounts.code.wrong').default(''),
  })
  .refine(({ code, passkey }) => code !== '' || passkey !== '', {
    path: ['code'],
    error: 'accounts.code.missing',
  })

export const signInRoutes: readonly Route[] = [
  {
    door: 'page',
    method: 'get',
    path: routes.signIn.path,
    access: everybody,
    show: async (visit) => {
      const carried = asked(visit)
      if (personOf(visit) && carried.next) return redirect(carried.next)
      return page(<SignInPage state={{ values: {}, errors: {} }} carried={carried} />)
    },
  },
  submits<FieldErrors>({
    path: routes.signIn.path,
    access: everybody,
    limit: flood,
    submit: async (visit, tx) => {
      const form = parseForm(passwordForm, visit.form)
      if (!form.ok) return form
      const done = await signIn(tx, visit.vault, { ...knockOf(visit), ...form.value })
      // Committed, so that the attempt stays counted.
      if (!done.ok) return ok(drawSignIn(visit, done.refusal))
      await endSession(tx, tokenHashOf(visit))
      giveSession(visit, done.value)
      return ok(afterPassword(visit, done.value))
    },
    refused: async (visit, _tx, errors) => page(signInPage(visit, errors)),
  }),
  {
    door: 'page',
    method: 'get',
    path: routes.signInCode.path,
    access: everybody,
    show: async (visit, tx) => {
      const question = await passkeyQuestion(tx, visit, tokenOf(visit))
      const shown = { carried: asked(visit), question }
      return page(<CodePage state={{ values: {}, errors: {} }} {...shown} />)
    },
  },
  submits<FieldErrors>({
    path: routes.signInCode.path,
    access: everybody,
    limit: { ...flood, name: 'sign-in-code' },
    submit: async (visit, tx) => {
      const form = parseForm(codeForm, visit.form)
      if (!form.ok) return form
      const { code, passkey } = form.value
      const attempt = {
        ...knockOf(visit),
        token: tokenOf(visit),
        // Also what the next token is made of: pressed twice, it is the same session.
        typed: passkey || code,
        passkey: passkey ? visit : null,
      }
      const done = await confirmCode(tx, visit.vault, attempt)
      if (!done.ok) return ok(drawCode(visit, done.refusal))
      giveSession(visit, done.value)
      rememberDevice(visit, done.value.personId)
      if (done.value.next === 'new-password') return ok(toNewPassword)
      return ok(land(visit, done.value.roles, carriedOf(visit.form)))
    },
    refused: async (visit, _tx, errors) => page(codePage(visit, errors)),
  }),
  submits<never>({
    path: routes.signOut.path,
    access: everybody,
    submit: async (visit, tx) => {
      await endSession(tx, tokenHashOf(visit))
      forgetSession(visit)
      return ok(redirect(routes.home.href()))
    },
    refused: async () => redirect(routes.home.href()),
  }),
]

/** An address says where to go next, and nothing more: a form that it brought along would be sent. */
const asked = ({ query }: Visit): Carried => ({ ...carriedOf(query), kept: '' })

/** Mounted in a demonstration only: elsewhere this address does not exist. */
export const demonstrationRoutes: readonly Route[] = [
  submits<FieldErrors>({
    path: routes.demonstrationSignIn.path,
    access: everybody,
    limit: { name: 'sign-in-demonstration', points: 600, seconds: 60 },
    submit: async (visit, tx) => {
      const login = typeof visit.form.person === 'string' ? visit.form.person : ''
      const done = await signInForDemonstration(tx, login, knockOf(visit))
      if (!done.ok) return refuse({ login: { key: `accounts.demonstration.${done.refusal}` } })
      await endSession(tx, tokenHashOf(visit))
      giveSession(visit, done.value)
      return ok(land(visit, done.value.roles, carriedOf(visit.form)))
    },
    refused: async (visit, _tx, errors) => page(signInPage(visit, errors)),
  }),
]

const toNewPassword = redirect(routes.accountPassword.href())

function afterPassword(visit: Visit, done: SignedIn): Reply {
  const carried = carriedOf(visit.form)
  const { next } = carried
  if (done.next === 'new-password') return toNewPassword
  if (done.next === 'set-up') return redirect(routes.accountSecondFactor.href({ next }))
  // What was typed before is too long for an address: it goes on with the page itself.
  return carried.kept ? page(codePage(visit, {})) : redirect(routes.signInCode.href({ next }))
}

function drawSignIn(visit: Visit, refusal: CodeRefusal): Reply {
  const message = messageOf(refusal, 'accounts.sign-in.wrong')
  return answerTo(refusal, signInPage(visit, { login: message }))
}

function drawCode(visit: Visit, refusal: CodeRefusal): Reply {
  if (refusal.code === 'start-again') return drawSignIn(visit, refusal)
  return answerTo(refusal, codePage(visit, { code: messageOf(refusal, 'accounts.code.wrong') }))
}

function answerTo(refusal: CodeRefusal, body: ReturnType<typeof signInPage>): Reply {
  if (refusal.code !== 'slow-down') return page(body, 422)
  const headers = { 'retry-after': String(refusal.seconds) }
  return { kind: 'page', body, status: 429, headers }
}

function messageOf(refusal: CodeRefusal, wrong: string): Message {
  if (refusal.code === 'wrong') return { key: wrong }
  if (refusal.code === 'start-again') return { key: 'accounts.code.over' }
  const { seconds } = refusal
  return seconds <= 90
    ? { key: 'accounts.wait.seconds', values: { seconds } }
    : { key: 'accounts.wait.minutes', values: { minutes: Math.ceil(seconds / 60) } }
}

/** The name stays as it was typed, a password never. */
function signInPage(visit: Visit, errors: FieldErrors) {
  const login = typeof visit.form.login === 'string' ? visit.form.login.slice(0, 100) : ''
  return <SignInPage state={{ values: { login }, errors }} carried={carriedOf(visit.form)} />
}

const codePage = (visit: Visit, errors: FieldErrors) => (
  <CodePage state={{ values: {}, errors }} carried={carriedOf(visit.form)} />
)
