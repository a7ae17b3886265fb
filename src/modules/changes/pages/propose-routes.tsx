import { randomUUID } from 'node:crypto'
import { z } from 'zod'
import { type Day, dayOf } from '../../../kernel/days.ts'
import { ok, type Result, refuse } from '../../../kernel/result.ts'
import type { Tx } from '../../../platform/db.ts'
import { type FieldErrors, parseForm, typedValues } from '../../../platform/http/form.ts'
import {
  notFound,
  page,
  type Reply,
  type Route,
  redirect,
  submits,
  type Visit,
} from '../../../platform/http/route.ts'
import { day, foldDay, lines } from '../../../platform/text/fields.ts'
import { routes } from '../../../routes.ts'
import type { Content, FormState } from '../../../ui/index.ts'
import { proposeChange } from '../actions/propose-change.ts'
import { earliestDay } from '../rules/first-day.ts'
import { changers } from '../rules/lifecycle.ts'
import type { ChangeKind } from './kind.ts'
import { ProposePage } from './propose-page.tsx'

const terms = z.object({
  from: day({ missing: 'form.day.missing' }),
  reason: lines({
    max: 4000,
    missing: 'changes.field.reason-missing',
    tooLong: 'changes.field.reason-too-long',
  }),
})

type Typed = { readonly content: unknown; readonly from: Day; readonly reason: string }
type Refused =
  | { readonly kind: 'none' }
  | { readonly kind: 'errors'; readonly errors: FieldErrors }
  /** Only to be looked at: nothing is written. */
  | { readonly kind: 'preview'; readonly typed: Typed }

/** The form of a change, for every kind. */
export const proposeRoutes = (kinds: readonly ChangeKind[]): readonly Route[] => [
  {
    door: 'page',
    method: 'get',
    path: routes.changeNew.path,
    access: changers,
    show: async (visit, tx) => {
      const kind = kindOf(kinds, visit)
      const values = kind && (await kind.begin(tx, visit.query))
      if (!kind || !values) return notFound
      return drawForm(visit, tx, { kind, state: { values, errors: {} }, preview: null })
    },
  },
  submits<Refused>({
    path: routes.changeNew.path,
    access: changers,
    submit: async (visit, tx) => {
      const kind = kindOf(kinds, visit)
      if (!kind) return refuse({ kind: 'none' })
      const typed = await readForm(tx, kind, visit)
      if (!typed.ok) return refuse({ kind: 'errors', errors: typed.refusal })
      if (visit.form.do === 'preview') return refuse({ kind: 'preview', typed: typed.value })
      const input = { kind, now: visit.now, ...typed.value }
      const proposed = await proposeChange(tx, visit.actor, input)
      if (!proposed.ok) return refuse({ kind: 'errors', errors: errorsOf(proposed.refusal) })
      return ok(redirect(routes.change.href({ id: proposed.value })))
    },
    refused: (visit, tx, refusal) => drawAgain(visit, tx, { kinds, refusal }),
  }),
]

const kindOf = (kinds: readonly ChangeKind[], { params }: Visit): ChangeKind | null =>
  kinds.find(({ code }) => code === params.kind) ?? null

async function readForm(
  tx: Tx,
  kind: ChangeKind,
  { form }: Visit,
): Promise<Result<Typed, FieldErrors>> {
  const content = await kind.read(tx, form)
  const rest = parseForm(terms, foldDay(form, 'from'))
  if (!content.ok || !rest.ok)
    return refuse({ ...(content.ok ? {} : content.refusal), ...(rest.ok ? {} : rest.refusal) })
  return ok({ content: content.value, ...rest.value })
}

const errorsOf = (code: string): FieldErrors => ({
  [code.startsWith('day-') ? 'from' : 'form']: { key: `refusal.${code}` },
})

type Again = { readonly kinds: readonly ChangeKind[]; readonly refusal: Refused }

async function drawAgain(visit: Visit, tx: Tx, { kinds, refusal }: Again): Promise<Reply> {
  const kind = kindOf(kinds, visit)
  if (!kind || refusal.kind === 'none') return notFound
  const values = typedValues(visit.form)
  if (refusal.kind === 'errors')
    return drawForm(visit, tx, { kind, state: { values, errors: refusal.errors }, preview: null })
  const { content, from } = refusal.typed
  const possible = await kind.check(tx, { content, from, now: visit.now })
  const errors = possible.ok ? {} : errorsOf(possible.refusal)
  const preview = await kind.preview(tx, { content, from, now: visit.now })
  return drawForm(visit, tx, { kind, state: { values, errors }, preview })
}

type Drawn = {
  readonly kind: ChangeKind
  readonly state: FormState
  readonly preview: Content
}

/** A preview is no refusal, though nothing was written. */
async function drawForm(visit: Visit, tx: Tx, { kind, state, preview }: Drawn): Promise<Reply> {
  const subject = String(state.values.subject ?? '')
  const body = (
    <ProposePage
      kind={kind.code}
      subject={subject}
      names={await kind.namesOf(tx, subject, null)}
      home={kind.home(subject)}
      earliest={earliestDay(kind.notice, dayOf(visit.now))}
      fields={await kind.fields(tx, subject)}
      preview={preview}
      state={state}
      submission={randomUUID()}
    />
  )
  return Object.keys(state.errors).length > 0 ? page(body) : page(body, 200)
}
