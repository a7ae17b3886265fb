import { hasRole } from '../../../kernel/actor.ts'
import { routes } from '../../../routes.ts'
import { useReader } from '../../../ui/index.ts'
import type { CasePanel } from '../../complaints/index.ts'
import { findGuardedCase } from '../../complaints/index.ts'
import { listProvinces } from '../../places/index.ts'
import { readSide, type SideView } from '../actions/read-side.ts'
import { listDecisions } from '../store/decision.ts'
import { listMeetings, type MeetingRow } from '../store/meeting.ts'
import { DecisionMark } from './decision-part.tsx'
import { MeetingMark } from './meeting-part.tsx'
import { DecisionLines, MeetingLines, type Provinces } from './side-parts.tsx'

/** On the officers' case page: where conciliation stands, and the way to it. */
export const conciliationPanel: CasePanel = {
  name: 'conciliation',
  draw: async (tx, { actor, complaintId }) => {
    if (!hasRole(actor, 'complaints-officer', 'complaints-head')) return null
    const kept = await findGuardedCase(tx, complaintId)
    if (!kept || kept.status === 'received' || kept.openness === 'anonymous') return null
    const meetings = await listMeetings(tx, complaintId)
    const decisions = await listDecisions(tx, complaintId)
    return (
      <OfficerPanel
        complaintId={complaintId}
        meetings={meetings}
        decision={decisions.findLast(({ status }) => status !== 'dropped')?.status ?? null}
        isProtected={kept.isProtected}
      />
    )
  },
}

function OfficerPanel(props: {
  readonly complaintId: string
  readonly meetings: readonly MeetingRow[]
  readonly decision: Parameters<typeof DecisionMark>[0]['status'] | null
  readonly isProtected: boolean
}) {
  const { t, link, instant } = useReader()
  const last = props.meetings.at(-1)
  return (
    <section class="case-part" id="conciliation">
      <h2>{t('conciliation.panel')}</h2>
      {props.isProtected ? <p>{t('refusal.protected-never-meets')}</p> : null}
      {last ? (
        <p>
          {t('conciliation.attempt', { attempt: last.attempt })} ·{' '}
          {instant(last.heldAt ?? last.meetsAt)} <MeetingMark status={last.status} />
        </p>
      ) : null}
      {props.decision ? (
        <p>
          {t('conciliation.decisions')} <DecisionMark status={props.decision} />
        </p>
      ) : null}
      <p>
        <a href={link(routes.conciliation.href({ id: props.complaintId }))}>
          {t('conciliation.open')}
        </a>
      </p>
    </section>
  )
}

const isEmpty = ({ meeting, decisions, exhibits }: SideView): boolean =>
  meeting === null && decisions.length === 0 && exhibits.length === 0

/** On her own page: what happens next, in plain words. */
export const ownConciliationPanel: CasePanel = {
  name: 'own-conciliation',
  draw: async (tx, { actor, vault, now, complaintId }) => {
    const view = await readSide(tx, actor, { vault, complaintId, now })
    if (isEmpty(view)) return null
    return <OwnPanel view={view} provinces={await listProvinces(tx)} />
  },
}

function OwnPanel({ view, provinces }: { view: SideView; provinces: Provinces }) {
  const { t, link } = useReader()
  const { meeting, decisions } = view
  return (
    <section id="conciliation">
      <h2>{t('conciliation.own.title')}</h2>
      {meeting ? <MeetingLines meeting={meeting} provinces={provinces} side="worker" /> : null}
      {meeting?.isAhead ? <p>{t('conciliation.own.costs')}</p> : null}
      {decisions.length > 0 ? <p>{t('conciliation.own.decided')}</p> : null}
      <p>
        <a href={link(routes.followDecision.href())}>{t('conciliation.own.open')}</a>
      </p>
    </section>
  )
}

/** On the agency's page of a question about this case. */
export const agencyConciliationPanel: CasePanel = {
  name: 'agency-conciliation',
  draw: async (tx, { actor, vault, now, complaintId }) => {
    const view = await readSide(tx, actor, { vault, complaintId, now })
    if (isEmpty(view)) return null
    return <AgencyPanel view={view} provinces={await listProvinces(tx)} id={complaintId} />
  },
}

function AgencyPanel(props: { view: SideView; provinces: Provinces; id: string }) {
  const { t, link } = useReader()
  const { meeting, decisions } = props.view
  return (
    <section id="conciliation">
      <h2>{t('conciliation.panel')}</h2>
      {meeting ? (
        <MeetingLines meeting={meeting} provinces={props.provinces} side="agency" />
      ) : null}
      {decisions.map((decision) => (
        <DecisionLines decision={decision} side="agency" />
      ))}
      <p>
        <a href={link(routes.matter.href({ id: props.id }))}>{t('conciliation.matter-open')}</a>
      </p>
    </section>
  )
}
