import { randomUUID } from 'node:crypto'
import { z } from 'zod'
import { hasRole, type Role } from '../../../kernel/actor.ts'
import { ok, refuse } from '../../../kernel/result.ts'
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
import { optionalLines, wholeNumber } from '../../../platform/text/fields.ts'
import { routes } from '../../../routes.ts'
import {
  personNames,
  type Signing,
  type SigningRefusal,
  sign,
  signingErrors,
  signingLimit,
  signingState,
} from '../../accounts/index.ts'
import { readPool } from '../actions/change-pool.ts'
import { listWordings } from '../actions/change-wording.ts'
import { decideChange } from '../actions/decide-change.ts'
import { readChange, readOverview } from '../actions/read-changes.ts'
import type { Change } from '../rules/change.ts'
import { changers, changeStatuses, isPersonAction, type PersonAction } from '../rules/lifecycle.ts'
import { AdministrationPage } from './administration-page.tsx'
import { changeApiRoutes } from './api.ts'
import { ApproversPage } from './approvers-page.tsx'
import { ChangePage, type ChangePageProps } from './change-page.tsx'
import type { ChangeKind } from './kind.ts'
import { proposeRoutes } from './propose-routes.tsx'
import { WordingsPage } from './wordings-page.tsx'

const decision = z.object({
  version: wholeNumber({ least: 1, most: 999_999, wrong: 'form.not-understood' }),
  reason: optionalLines({ max: 4000, tooLong: 'changes.field.reason-too-long' }),
})

/** What the ministry changes in the browser: all kinds through the same doors. */
export const changeRoutes = (kinds: readonly ChangeKind[]): readonly Route[] => [
  {
    door: 'page',
    method: 'get',
    path: routes.administration.path,
    access: changers,
    show: (visit, tx) => showOverview(visit, tx, kinds),
  },
  {
    door: 'page',
    method: 'get',
    path: routes.administrationWordings.path,
    access: changers,
    show: async (_visit, tx) => page(<WordingsPage wordings={await listWordings(tx)} />),
  },
  {
    door: 'page',
    method: 'get',
    path: routes.administrationApprovers.path,
    access: ['administrator'],
    show: showApprovers,
  },
  ...proposeRoutes(kinds),
  {
    door: 'page',
    method: 'get',
    path: routes.change.path,
    access: changers,
    show: (visit, tx) => showChange(visit, tx, { kinds, failed: null }),
  },
  submits<FieldErrors | 'not-found'>({
    path: routes.changeAction.path,
    access: changers,
    alsoLimit: signingLimit,
    submit: (visit, tx) => decide(visit, tx, kinds),
    refused: async (visit, tx, refusal) => {
      const { action = '' } = visit.params
      if (refusal === 'not-found' || !isPersonAction(action)) return notFound
      const state = { values: typedValues(visit.form), errors: refusal }
      return showChange(visit, tx, { kinds, failed: { action, state } })
    },
  }),
  ...changeApiRoutes(kinds),
]

async function decide(visit: Visit, tx: Tx, kinds: readonly ChangeKind[]) {
  const { id = '', action = '' } = visit.params
  if (!isPersonAction(action)) return refuse('not-found' as const)
  const form = parseForm(decision, visit.form)
  if (!form.ok) return refuse(form.refusal)
  const signing: { refusal: SigningRefusal | null } = { refusal: null }
  const decided = await decideChange(tx, visit.actor, {
    ...{ kinds, id, action, now: visit.now, ...form.value },
    sign: async (change) => {
      const signed = await sign(tx, visit, signingOf(change, roleOf(change, { visit, kinds })))
      if (!signed.ok) signing.refusal = signed.refusal
      return signed
    },
  })
  if (decided.ok) return ok(redirect(routes.change.href({ id })))
  if (decided.refusal === 'not-found') return refuse('not-found' as const)
  if (signing.refusal) return refuse(signingErrors(signing.refusal))
  return refuse({ [fieldOf(action, decided.refusal)]: { key: `refusal.${decided.refusal}` } })
}

const fieldOf = (action: PersonAction, refusal: string): string =>
  refusal === 'reason-missing' ? 'reason' : action

/** What the approver saw, in a form that is the same for the same change. */
const signingOf = (change: Change, role: Role | undefined): Signing => {
  const { id, kind, subject, content, inForceFrom, reason, version } = change
  return {
    record: { type: 'change', id },
    meaning: 'change.approve',
    ...(role ? { role } : {}),
    shown: JSON.stringify({ kind, subject, content, inForceFrom, reason, version }),
  }
}

type Signer = { readonly visit: Visit; readonly kinds: readonly ChangeKind[] }

/** The role in which somebody decides about this kind: the signature names it. */
const roleOf = ({ kind }: Change, { visit, kinds }: Signer): Role | undefined =>
  kinds
    .find(({ code }) => code === kind)
    ?.approvers.find((role) => visit.actor.roles.includes(role))

async function showOverview(visit: Visit, tx: Tx, kinds: readonly ChangeKind[]): Promise<Reply> {
  const asked = (name: string) => {
    const value = visit.query[name]
    return typeof value === 'string' ? value : ''
  }
  const codes = kinds.map(({ code }) => code)
  const kind = codes.find((code) => code === asked('kind')) ?? null
  const status = changeStatuses.find((each) => each === asked('status')) ?? null
  const [subject, after] = [asked('subject').slice(0, 200), asked('after')]
  const overview = await readOverview(tx, visit.actor, {
    ...{ kinds, now: visit.now },
    filter: { kind, status, subject: subject || null, after: after || null },
  })
  const filter = { kind: kind ?? '', status: status ?? '', subject, after: '' }
  const own = kinds.filter(({ proposers }) => hasRole(visit.actor, ...proposers))
  return page(
    <AdministrationPage
      overview={overview}
      kinds={codes}
      own={own.map(({ code }) => code)}
      filter={filter}
    />,
  )
}

async function showApprovers({ now }: Visit, tx: Tx): Promise<Reply> {
  const view = await readPool(tx, now)
  const ids = [...view.able, ...view.pool.map(({ personId }) => personId)]
  return page(<ApproversPage view={view} persons={await personNames(tx, ids)} />)
}

type Shown = { readonly kinds: readonly ChangeKind[]; readonly failed: ChangePageProps['failed'] }

async function showChange(visit: Visit, tx: Tx, { kinds, failed }: Shown): Promise<Reply> {
  const { id = '' } = visit.params
  const file = await readChange(tx, visit.actor, { id, kinds, now: visit.now })
  const kind = kinds.find(({ code }) => code === file?.change.kind)
  if (!file || !kind) return notFound
  const { subject, content, inForceFrom } = file.change
  const proposal = { content: kind.content.parse(content), from: inForceFrom, now: visit.now }
  const body = (
    <ChangePage
      file={file}
      preview={await kind.preview(tx, proposal)}
      home={kind.home(subject)}
      signing={await signingState(tx, visit)}
      submission={randomUUID()}
      failed={failed}
    />
  )
  return page(body)
}
