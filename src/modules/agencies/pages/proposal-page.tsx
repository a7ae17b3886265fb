import { dayOf, daysBetween } from '../../../kernel/days.ts'
import { routes } from '../../../routes.ts'
import {
  Breadcrumbs,
  Button,
  EmptyState,
  Form,
  FormErrors,
  type FormState,
  KeyValue,
  OfficerLayout,
  RadiosField,
  TextareaField,
  useReader,
  Worklist,
} from '../../../ui/index.ts'
import { EvidenceList, type ShownEvidence } from '../../evidence/index.ts'
import type { ProposalRead } from '../actions/read-dossier.ts'
import type { Agency } from '../rules/agency.ts'
import type { WaitingProposal } from '../store/proposals.ts'
import { Asked } from './file-source.tsx'
import { ProposalMark, saidIn } from './proposal-parts.tsx'
import type { Places } from './words.ts'

export type WaitingPageProps = {
  readonly waiting: readonly WaitingProposal[]
  readonly agencies: ReadonlyMap<string, Agency>
  readonly now: Date
}

/** What agencies proposed and nobody has decided, the oldest first. */
export function WaitingPage({ waiting, agencies, now }: WaitingPageProps) {
  const { t, name, link, instant } = useReader()
  return (
    <OfficerLayout title={t('agencies.waiting.title')}>
      <h1>{t('agencies.waiting.title')}</h1>
      {waiting.length === 0 ? (
        <EmptyState title={t('agencies.waiting.none')} icon="inbox" />
      ) : (
        <Worklist
          caption={t('agencies.waiting.title')}
          stacks
          columns={['change', 'agency', 'proposed', 'waits'].map((column) => ({
            label: t(`agencies.column.${column}`),
          }))}
          rows={waiting.map(({ id, kind, agencyId, proposedAt }) => ({
            id,
            cells: [
              <a href={link(routes.agencyProposal.href({ id }))}>{t(`agencies.do.${kind}`)}</a>,
              name(agencies.get(agencyId)?.names ?? { km: null, en: null }),
              instant(proposedAt),
              t('agencies.proposal.days', { days: daysBetween(dayOf(proposedAt), dayOf(now)) }),
            ],
          }))}
        />
      )}
    </OfficerLayout>
  )
}

export type ProposalPageProps = {
  readonly found: ProposalRead
  readonly places: Places
  readonly evidence: readonly ShownEvidence[]
  readonly people: { readonly by: string; readonly decidedBy: string | null }
  readonly mayDecide: boolean
  readonly state: FormState
  readonly now: Date
  readonly submission: string
}

/** One change: what is so, on what evidence, beside what is on file, and the decision. */
export function ProposalPage(props: ProposalPageProps) {
  const { found, places, evidence, state, now, people } = props
  const { proposal, file } = found
  const reader = useReader()
  const { t, name, link, instant } = reader
  const title = t(`agencies.do.${proposal.kind}`)
  const { agencyId: id } = file
  const fact = (key: string, value: string | null) =>
    value === null ? [] : [{ key: t(`agencies.proposal.${key}`), value }]
  return (
    <OfficerLayout
      title={title}
      hasErrors={Object.keys(state.errors).length > 0}
      before={
        <Breadcrumbs
          crumbs={[
            { text: t('agencies.waiting.title'), href: link(routes.agencyProposals.href()) },
            { text: name(file.names), href: link(routes.officerAgencyFile.href({ id })) },
            { text: title },
          ]}
        />
      }
    >
      <FormErrors state={state} />
      <div class="page-head">
        <h1>{title}</h1>
        <div class="page-head__marks">
          <ProposalMark status={proposal.status} />
        </div>
      </div>
      <KeyValue
        facts={[
          ...saidIn(reader, proposal, { file, places }),
          ...fact('basis', proposal.basis),
          ...fact('by', people.by),
          ...fact('at', instant(proposal.proposedAt)),
          ...fact(
            'waited',
            t('agencies.proposal.days', {
              days: daysBetween(dayOf(proposal.proposedAt), dayOf(proposal.decidedAt ?? now)),
            }),
          ),
          ...fact('decided-by', people.decidedBy),
          ...fact('reason', proposal.reason),
        ]}
      />
      {evidence.length === 0 ? (
        <p class="muted">{t('agencies.proposal.no-papers')}</p>
      ) : (
        <>
          <h2>{t('agencies.field.papers')}</h2>
          <EvidenceList
            evidence={evidence}
            hrefOf={(file) => link(routes.evidence.href({ id: file }))}
          />
        </>
      )}
      <Decide {...props} />
      <Asked read={found} places={places} choose={null} proposalHref={null} />
    </OfficerLayout>
  )
}

function Decide({ found, mayDecide, state, submission }: ProposalPageProps) {
  const { t, link } = useReader()
  const { proposal, file } = found
  if (!mayDecide || proposal.status !== 'proposed') return null
  return (
    <section>
      <h2>{t('agencies.proposal.decide')}</h2>
      <Form
        action={link(routes.agencyProposalDecide.href({ id: proposal.id }))}
        state={state}
        submission={submission}
      >
        <input type="hidden" name="version" value={proposal.version} />
        <input type="hidden" name="fileVersion" value={file.version} />
        <RadiosField
          name="decision"
          legend={t('agencies.field.decision')}
          choices={(['accept', 'refuse'] as const).map((value) => ({
            value,
            label: t(`agencies.decision.${value}`),
          }))}
        />
        <TextareaField
          name="reason"
          label={t('agencies.field.reason')}
          hint={t('agencies.field.reason-hint')}
          rows={3}
        />
        <Button>{t('agencies.do.decide')}</Button>
      </Form>
    </section>
  )
}
