import { z } from 'zod'
import { apiRoutes } from '../../../api-routes.ts'
import { ok, type Result, refuse } from '../../../kernel/result.ts'
import type { Tx } from '../../../platform/db.ts'
import {
  type ApiRefusal,
  answers,
  type FormBody,
  type Route,
  type Visit,
} from '../../../platform/http/route.ts'
import { day, lines, optionalLines } from '../../../platform/text/fields.ts'
import { decideChange } from '../actions/decide-change.ts'
import { proposeChange } from '../actions/propose-change.ts'
import { readChange, readChangeList } from '../actions/read-changes.ts'
import { changers, changeStatuses, isPersonAction, personActions } from '../rules/lifecycle.ts'
import { asListed, asWhole, listedChange, wholeChange } from './api-shapes.ts'
import type { ChangeKind } from './kind.ts'

const wrong = 'form.not-understood'
const text = z.string().max(5000, wrong)
/** As the form of the browser has them: `GET /api/v1/changes/new/{kind}` gives them to begin with. */
const fields = z.record(z.string().max(60, wrong), z.union([text, z.array(text).max(200, wrong)]))

const listQuery = z.object({
  kind: z.string().max(60, wrong).optional(),
  status: z.enum(changeStatuses, wrong).optional(),
  subject: z.string().max(200, wrong).optional(),
  after: z.uuid(wrong).optional(),
  limit: z.coerce.number(wrong).pipe(z.int(wrong).min(1, wrong).max(200, wrong)).default(50),
})
const proposal = z.object({
  kind: z.string(wrong).max(60, wrong),
  fields,
  from: day({ missing: 'form.day.missing' }),
  reason: lines({
    max: 4000,
    missing: 'changes.field.reason-missing',
    tooLong: 'changes.field.reason-too-long',
  }),
})
const decision = z.object({
  version: z.int(wrong).min(1, wrong).describe('As it was read: another one is refused.'),
  reason: optionalLines({ max: 4000, tooLong: 'changes.field.reason-too-long' }).describe(
    'Needed to refuse, withdraw or stop.',
  ),
})
const write = { access: changers, scope: 'administration:write' } as const
const read = { access: changers, scope: 'administration:read' } as const

/** The same actions as in the browser, for every kind of change. */
export const changeApiRoutes = (kinds: readonly ChangeKind[]): readonly Route[] => [
  answers({
    ...{ method: 'get', path: apiRoutes.changes, ...read, query: listQuery },
    summary: 'What the ministry changed, changes or proposes, the newest proposals first',
    reply: z.object({ changes: z.array(listedChange), next: z.uuid().nullable() }),
    handle: async (visit, tx, { query: { limit, ...asked } }) => {
      const { kind = null, status = null, subject = null, after = null } = asked
      const filter = { kind, status, subject, after, most: limit + 1 }
      const found = await readChangeList(tx, visit.actor, { kinds, filter, now: visit.now })
      const shown = found.slice(0, limit)
      const next = found.length > limit ? (shown.at(-1)?.change.id ?? null) : null
      return ok({ changes: shown.map(asListed), next })
    },
  }),
  answers({
    ...{ method: 'get', path: apiRoutes.changeForm, ...read },
    summary: 'The form of a kind of change as it begins: change its fields and send them back',
    query: z.looseObject({ subject: z.string().max(200, wrong).optional() }),
    reply: z.object({ kind: z.string(), fields }),
    handle: async (visit, tx) => {
      const kind = kinds.find(({ code }) => code === visit.params.kind)
      const begun = kind && (await kind.begin(tx, visit.query))
      if (!kind || !begun) return refuse('not-found')
      const asFields = Object.entries(begun).map(([name, value]) => [
        name,
        typeof value === 'string' ? value : [...value],
      ])
      return ok({ kind: kind.code, fields: Object.fromEntries(asFields) })
    },
  }),
  answers({
    ...{ method: 'get', path: apiRoutes.change, ...read },
    summary: 'One change with its content, whom it waits for and what the caller may do',
    params: z.object({ id: z.uuid() }),
    reply: wholeChange,
    handle: async (visit, tx) => {
      const { id = '' } = visit.params
      const file = await readChange(tx, visit.actor, { id, kinds, now: visit.now })
      return file ? ok(asWhole(file)) : refuse('not-found')
    },
  }),
  answers({
    ...{ method: 'post', path: apiRoutes.changes, ...write, body: proposal },
    summary: 'Proposes a change of any kind; a second person approves it in the browser',
    reply: z.object({ id: z.uuid(), status: z.literal('proposed'), version: z.literal(1) }),
    handle: async (visit, tx, { body }) => propose(visit, tx, { kinds, body }),
  }),
  answers({
    ...{ method: 'post', path: apiRoutes.changeAction, ...write, body: decision },
    summary: 'Refuses, withdraws or stops a change. Approving is signed, so only in the browser',
    params: z.object({ id: z.uuid(), action: z.enum(personActions) }),
    reply: z.object({ id: z.uuid(), status: z.enum(changeStatuses), version: z.int() }),
    handle: async (visit, tx, { body }) => decide(visit, tx, { kinds, body }),
  }),
]

type Proposing = {
  readonly kinds: readonly ChangeKind[]
  readonly body: z.output<typeof proposal>
}

async function propose({ actor, now }: Visit, tx: Tx, { kinds, body }: Proposing) {
  const kind = kinds.find(({ code }) => code === body.kind)
  if (!kind) return refuse({ kind: { key: wrong } })
  const content = await kind.read(tx, body.fields as FormBody)
  if (!content.ok) return content
  const { from, reason } = body
  const input = { kind, content: content.value, from, reason, now }
  const done = await proposeChange(tx, actor, input)
  if (!done.ok) return done
  return ok({ id: done.value, status: 'proposed' as const, version: 1 as const })
}

type Deciding = {
  readonly kinds: readonly ChangeKind[]
  readonly body: z.output<typeof decision>
}
type Decided = { id: string; status: (typeof changeStatuses)[number]; version: number }

async function decide(
  { actor, params, now }: Visit,
  tx: Tx,
  { kinds, body }: Deciding,
): Promise<Result<Decided, ApiRefusal>> {
  const { id = '', action = '' } = params
  if (!isPersonAction(action)) return refuse('not-found')
  // A token opens no session, and only there the second factor can be asked for.
  const sign = async () => refuse('sign-in-the-browser')
  const done = await decideChange(tx, actor, { kinds, id, action, now, ...body, sign })
  if (!done.ok) return done
  const after = await readChange(tx, actor, { id, kinds, now })
  if (!after) return refuse('not-found')
  return ok({ id, status: after.change.status, version: after.change.version })
}
