import { randomUUID } from 'node:crypto'
import { z } from 'zod'
import { apiRoutes } from '../../../api-routes.ts'
import { hasRole } from '../../../kernel/actor.ts'
import { dayOf } from '../../../kernel/days.ts'
import { ok, refuse } from '../../../kernel/result.ts'
import type { Tx } from '../../../platform/db.ts'
import { type FieldErrors, parseForm } from '../../../platform/http/form.ts'
import {
  answers,
  notFound,
  page,
  type Reply,
  type Route,
  redirect,
  submits,
  type Visit,
} from '../../../platform/http/route.ts'
import { fields } from '../../../platform/text/index.ts'
import { routes } from '../../../routes.ts'
import { emptyForm, type FormState } from '../../../ui/index.ts'
import {
  type AgencyLinks,
  findLinks,
  judgeLink,
  likenessKinds,
  strengths,
  verdicts,
} from '../../agencies/index.ts'
import { answerAll } from '../actions/look-up.ts'
import { LinksPage } from './links-page.tsx'

const licensing = ['licensing-officer', 'licensing-head'] as const

const judgeForm = z.object({
  other: z.uuid('form.not-understood'),
  kind: z.enum(likenessKinds, { error: 'form.not-understood' }),
  verdict: fields.choice(verdicts, 'agencies.field.verdict.missing'),
  reason: fields.lines({
    ...{ max: 1_000, missing: 'agencies.field.reason.missing', tooLong: 'agencies.field.too-long' },
  }),
})

export const linkRoutes: readonly Route[] = [
  {
    door: 'page',
    method: 'get',
    path: routes.agencyLinks.path,
    access: licensing,
    show: (visit, tx) => drawLinks(visit, tx, emptyForm),
  },
  submits<FieldErrors>({
    path: routes.agencyLinkJudge.path,
    access: licensing,
    submit: async ({ form, params, actor, now }, tx) => {
      const typed = parseForm(judgeForm, form)
      if (!typed.ok) return typed
      const agencyId = params.id ?? ''
      const done = await judgeLink(tx, actor, { agencyId, ...typed.value, now })
      if (!done.ok) return refuse({ reason: { key: `refusal.${done.refusal}` } })
      return ok(redirect(routes.agencyLinks.href({ id: agencyId }, { done: 'judged' })))
    },
    refused: (visit, tx, errors) => drawLinks(visit, tx, { values: {}, errors }),
  }),
  answers({
    method: 'get',
    path: apiRoutes.agencyLinks,
    access: licensing,
    scope: 'licences:read',
    summary: 'What one company has in common with others, by which path and how strong',
    params: z.object({ id: z.uuid() }),
    reply: z.object({
      links: z.array(
        z.object({
          ...{ other: z.string(), kind: z.enum(likenessKinds), strength: z.enum(strengths) },
          facts: z.array(z.object({ mine: z.string(), theirs: z.string() })),
          verdict: z.enum(verdicts).nullable(),
          standing: z.string(),
        }),
      ),
    }),
    handle: async ({ params, vault, now, looked }, tx) => {
      const links = await findLinks(tx, { agencyId: params.id ?? '', vault })
      if (!links) return refuse('not-found')
      looked({ act: 'looked', recordType: 'agency-file', recordId: links.agency.id })
      const standing = await standings(tx, links, now)
      return ok({
        links: links.paths.map(({ other, kind, strength, facts, judged }) => ({
          ...{ other, kind, strength, facts: [...facts], verdict: judged?.verdict ?? null },
          standing: standing.get(other)?.kind ?? 'never-licensed',
        })),
      })
    },
  }),
]

/** Struck off, suspended, warned of: how each of the others stands today. */
async function standings(tx: Tx, { others }: AgencyLinks, now: Date) {
  const matches = [...others.keys()].map((agencyId) => ({
    ...{ agencyId, by: 'name' as const, met: '' },
  }))
  const found = await answerAll(tx, matches, { destination: null, today: dayOf(now) })
  return new Map(found.map(({ agency, answer }) => [agency.id, answer]))
}

async function drawLinks(visit: Visit, tx: Tx, refused: FormState): Promise<Reply> {
  const { params, vault, now, actor, query, looked } = visit
  const links = await findLinks(tx, { agencyId: params.id ?? '', vault })
  if (!links) return notFound
  looked({ act: 'looked', recordType: 'agency-file', recordId: links.agency.id })
  return page(
    <LinksPage
      {...{ links, refused, answers: await standings(tx, links, now), submission: randomUUID }}
      mayJudge={hasRole(actor, ...licensing)}
      judged={query.done === 'judged'}
    />,
    Object.keys(refused.errors).length > 0 ? 422 : 200,
  )
}
