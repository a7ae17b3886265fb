import { z } from 'zod'
import { ok, type Result, refuse } from '../../../kernel/result.ts'
import type { Tx } from '../../../platform/db.ts'
import { type FieldErrors, parseForm } from '../../../platform/http/form.ts'
import {
  notFound,
  page,
  type Reply,
  type Route,
  redirect,
  submits,
  type Visit,
} from '../../../platform/http/route.ts'
import { latinDigits } from '../../../platform/text/index.ts'
import { routes } from '../../../routes.ts'
import { emptyForm, type FormState } from '../../../ui/index.ts'
import { mostBytes } from '../../evidence/index.ts'
import { dropScan, handInScans, matchByHand } from '../actions/hand-in-scans.ts'
import { listHandedIn } from '../actions/list-scans.ts'
import { directions } from '../rules/letter.ts'
import { letterReaders } from './access.ts'
import { ScansPage, type ScansPageProps } from './scans-page.tsx'
import { scanErrors, scansSent } from './scans-sent.ts'
import { versionInput } from './text-input.ts'

/** A tray of the scanner; another follows. */
const tray = { most: 20, bytes: mostBytes } as const

export const scansRoutes: readonly Route[] = [
  {
    door: 'page',
    method: 'get',
    path: routes.letterScans.path,
    access: letterReaders,
    show: (visit, tx) => draw(visit, tx),
  },
  submits<FieldErrors | 'no-office'>({
    ...{ path: routes.letterScans.path, access: letterReaders, uploads: tray },
    submit: handIn,
    refused: (visit, tx, refusal) =>
      refusal === 'no-office'
        ? draw(visit, tx, { refused: { id: '', code: refusal } })
        : draw(visit, tx, { state: { values: {}, errors: refusal } }),
  }),
  submits<string>({
    ...{ path: routes.letterScanMatch.path, access: letterReaders },
    submit: match,
    refused: (visit, tx, code) => draw(visit, tx, { refused: { id: visit.params.id ?? '', code } }),
  }),
  submits<string>({
    ...{ path: routes.letterScanDrop.path, access: letterReaders },
    submit: async ({ params, form, now: at }, tx) => {
      const parsed = parseForm(versionInput, form)
      if (!parsed.ok) return refuse('changed-meanwhile')
      const dropped = await dropScan(tx, { id: params.id ?? '', ...parsed.value, at })
      return dropped.ok ? ok(done('dropped')) : dropped
    },
    refused: (visit, tx, code) => draw(visit, tx, { refused: { id: visit.params.id ?? '', code } }),
  }),
]

const done = (what: string): Reply => redirect(routes.letterScans.href({ done: what }))

async function handIn(visit: Visit, tx: Tx): Promise<Result<Reply, FieldErrors | 'no-office'>> {
  const sent = scansSent(visit.uploads, tray.most)
  if (!sent.ok) return refuse(scanErrors(sent.refusal))
  const { vault, files, now: at, actor } = visit
  const handed = await handInScans(tx, actor, { vault, files, given: sent.value, at })
  if (handed.ok) return ok(done('handed-in'))
  const { refusal } = handed
  if (refusal === 'no-office') return refuse(refusal)
  return refuse(scanErrors(typeof refusal === 'string' ? refusal : refusal.reason))
}

/** "0012/26", in either digits. */
const matchInput = versionInput.extend({
  direction: z.enum(directions),
  number: z
    .string()
    .transform((text) => /^\s*(\d{1,6})\s*\/\s*(\d{2}|\d{4})\s*$/.exec(latinDigits(text)))
    .refine((found) => found !== null),
})

async function match(visit: Visit, tx: Tx): Promise<Result<Reply, string>> {
  const parsed = parseForm(matchInput, visit.form)
  if (!parsed.ok) return refuse('no-number')
  const { number: found, ...rest } = parsed.value
  const [, number = '', year = ''] = found ?? []
  const matched = await matchByHand(tx, visit.actor, {
    ...{ ...rest, id: visit.params.id ?? '', number: Number(number) },
    year: Number(year) < 100 ? 2000 + Number(year) : Number(year),
  })
  return matched.ok ? ok(done('matched')) : matched
}

const notices = ['handed-in', 'matched', 'dropped'] as const

type Drawn = Partial<Pick<ScansPageProps, 'state' | 'refused'>>

async function draw(
  visit: Visit,
  tx: Tx,
  { state = emptyForm satisfies FormState, refused = null }: Drawn = {},
): Promise<Reply> {
  if (refused?.code === 'not-found') return notFound
  const scans = await listHandedIn(tx, visit.actor, visit.vault)
  const notice = notices.find((one) => one === visit.query.done) ?? null
  const body = <ScansPage {...{ scans, state, refused, notice, submission: visit.submission }} />
  const isReading = scans.some(({ scan }) => scan.status === 'reading')
  const isRefused = refused !== null || Object.keys(state.errors).length > 0
  if (isRefused) return page(body, 422)
  // Without a script: the browser asks again by itself while the worker reads.
  return isReading ? { kind: 'page', body, headers: { refresh: '3' } } : page(body)
}
