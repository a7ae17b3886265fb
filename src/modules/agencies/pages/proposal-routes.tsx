import { hasRole } from '../../../kernel/actor.ts'
import { isUuid } from '../../../kernel/ids.ts'
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
import { routes } from '../../../routes.ts'
import { emptyForm, type FormState } from '../../../ui/index.ts'
import { personNames } from '../../accounts/index.ts'
import { listEvidence } from '../../evidence/index.ts'
import { decideProposal } from '../actions/accept-fact.ts'
import { readProposal } from '../actions/read-dossier.ts'
import { listWaiting } from '../store/proposals.ts'
import { listAgencies } from '../store/read-agency.ts'
import { readPlaces } from './own-file-routes.tsx'
import { decisionForm } from './proposal-form.ts'
import { ProposalPage, WaitingPage } from './proposal-page.tsx'
import { fileReaders, licensing } from './visit.ts'

export const proposalRoutes: readonly Route[] = [
  {
    door: 'page',
    method: 'get',
    path: routes.agencyProposals.path,
    access: licensing,
    show: async ({ now }, tx) => {
      const waiting = await listWaiting(tx)
      const ids = [...new Set(waiting.map(({ agencyId }) => agencyId))]
      const agencies = new Map((await listAgencies(tx, ids)).map((one) => [one.id as string, one]))
      return page(<WaitingPage {...{ waiting, agencies, now }} />)
    },
  },
  {
    door: 'page',
    method: 'get',
    path: routes.agencyProposal.path,
    access: fileReaders,
    show: (visit, tx) => drawProposal(visit, tx, emptyForm),
  },
  submits<FieldErrors>({
    path: routes.agencyProposalDecide.path,
    access: licensing,
    submit: async (visit, tx) => {
      const form = parseForm(decisionForm, visit.form)
      if (!form.ok) return form
      const { params, vault, now, actor } = visit
      const id = params.id ?? ''
      if (!isUuid(id)) return refuse({ reason: { key: 'refusal.not-found' } })
      const found = await readProposal(tx, { id, vault, now })
      const done = await decideProposal(tx, actor, { id, ...form.value, vault, now })
      if (!done.ok) return refuse({ reason: { key: `refusal.${done.refusal}` } })
      const { decision } = form.value
      return ok(
        redirect(
          routes.officerAgencyFile.href(
            { id: found?.file.agencyId ?? '' },
            { done: decision === 'accept' ? 'accepted' : 'refused' },
          ),
        ),
      )
    },
    refused: (visit, tx, errors) =>
      drawProposal(visit, tx, { values: typedValues(visit.form), errors }),
  }),
]

async function drawProposal(visit: Visit, tx: Tx, state: FormState): Promise<Reply> {
  const { params, vault, now, actor, reader, submission } = visit
  const found = await readProposal(tx, { id: params.id ?? '', vault, now })
  if (!found) return notFound
  const { proposal } = found
  visit.looked({ act: 'looked', recordType: 'agency-proposal', recordId: proposal.id })
  const ids = [proposal.proposedBy, proposal.decidedBy].filter((id) => id !== null)
  const known = await personNames(tx, ids)
  const names = (id: string): string => {
    const found = known.get(id)
    return found ? reader.name(found) : id
  }
  return page(
    <ProposalPage
      {...{ found, state, now, submission, places: await readPlaces(tx) }}
      evidence={await listEvidence(tx, vault, proposal.id)}
      people={{
        by: names(proposal.proposedBy),
        decidedBy: proposal.decidedBy && names(proposal.decidedBy),
      }}
      mayDecide={hasRole(actor, ...licensing)}
    />,
    Object.keys(state.errors).length > 0 ? 422 : 200,
  )
}
