import { randomUUID } from 'node:crypto'
import { z } from 'zod'
import { ok, refuse } from '../../../../kernel/result.ts'
import type { Tx } from '../../../../platform/db.ts'
import type { FieldErrors } from '../../../../platform/http/form.ts'
import {
  notFound,
  page,
  type Reply,
  type Route,
  redirect,
  submits,
  type Visit,
} from '../../../../platform/http/route.ts'
import { routes } from '../../../../routes.ts'
import { type DecideRefusal, decidePersonRequest } from '../../actions/person-requests.ts'
import { signingState } from '../../actions/sign.ts'
import { checkSecondPerson } from '../../rules/giving-roles.ts'
import { peopleAccess } from '../../rules/people-access.ts'
import { isSigningRefusal } from '../../rules/signing.ts'
import { findRequest } from '../../store/requests.ts'
import { signingErrors } from '../signing-fields.tsx'
import { readDirectory } from './directory.ts'
import { RequestPage } from './request-pages.tsx'

const form = z.object({
  do: z.enum(['approve', 'refuse', 'withdraw']),
  version: z.coerce.number().int().min(1),
})

export const requestRoutes: readonly Route[] = [
  {
    door: 'page',
    method: 'get',
    path: routes.personRequest.path,
    access: peopleAccess.look,
    show: async (visit, tx) => draw(visit, tx, null),
  },
  submits<DecideRefusal>({
    path: routes.personRequest.path,
    access: peopleAccess.decide,
    limit: { name: 'people', points: 300, seconds: 600 },
    submit: async (visit, tx) => {
      const parsed = form.safeParse(visit.form)
      if (!parsed.success) return refuse('changed-meanwhile')
      const { do: action, version } = parsed.data
      const done = await decidePersonRequest(tx, visit, {
        id: visit.params.id ?? '',
        version,
        action,
      })
      return done.ok ? ok(redirect(routes.person.href({ id: done.value.personId }))) : done
    },
    refused: draw,
  }),
]

async function draw(visit: Visit, tx: Tx, refusal: DecideRefusal | null): Promise<Reply> {
  const request = await findRequest(tx, visit.params.id ?? '')
  if (!request || refusal === 'not-found') return notFound
  const signing = refusal !== null && isSigningRefusal(refusal) ? refusal : null
  return page(
    <RequestPage
      request={request}
      directory={await readDirectory(tx)}
      signing={await signingState(tx, visit)}
      signingError={signing}
      state={{ values: {}, errors: errorsOf(refusal) }}
      submission={randomUUID()}
      may={{
        decide: checkSecondPerson(visit.actor, request).ok,
        withdraw: request.proposedBy === visit.actor.id,
      }}
    />,
  )
}

function errorsOf(refusal: DecideRefusal | null): FieldErrors {
  if (refusal === null) return {}
  return isSigningRefusal(refusal)
    ? signingErrors(refusal)
    : { version: { key: `people.refusal.${refusal}` } }
}
