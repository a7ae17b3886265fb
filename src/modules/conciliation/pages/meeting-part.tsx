import type { Currency } from '../../../kernel/money.ts'
import { routes } from '../../../routes.ts'
import {
  type Fact,
  KeyValue,
  StatusMark,
  type Tone,
  useReader,
  WarningText,
} from '../../../ui/index.ts'
import type { Names } from '../../places/index.ts'
import type { ConciliationView, ShownMeeting } from '../actions/read-conciliation.ts'
import { isUnderWay, type MeetingStatus } from '../rules/meeting.ts'
import { MeetingSteps, PlanForm } from './meeting-forms.tsx'
import type { SentStep } from './step-form.tsx'

export type PartProps = {
  readonly view: ConciliationView
  readonly provinces: readonly { readonly code: string; readonly names: Names }[]
  readonly sent: SentStep | null
  readonly submission: string
}

const tones: Readonly<Record<MeetingStatus, Tone>> = {
  planned: 'neutral',
  invited: 'neutral',
  held: 'attention',
  'not-held': 'attention',
  settled: 'allowed',
  failed: 'danger',
}

export function MeetingMark({ status }: { readonly status: MeetingStatus }) {
  const { t } = useReader()
  return <StatusMark tone={tones[status]}>{t(`conciliation.status.${status}`)}</StatusMark>
}

/** Every attempt, the newest first, with what may be done to it now. */
export function Meetings(props: PartProps) {
  const { t, link } = useReader()
  const { view } = props
  return (
    <section class="case-part" id="meetings">
      <h2>{t('conciliation.meetings')}</h2>
      {view.kept.isProtected ? <p>{t('refusal.protected-never-meets')}</p> : null}
      {view.isScreened || !isOpen(view) ? null : (
        <WarningText>
          {t('conciliation.safety-not-asked')}{' '}
          <a href={link(routes.complaintScreening.href({ id: view.kept.id }))}>
            {t('conciliation.ask-safety')}
          </a>
        </WarningText>
      )}
      {view.meetings.length === 0 ? <p class="muted">{t('conciliation.no-meeting')}</p> : null}
      {view.meetings.toReversed().map((meeting, index) => (
        <MeetingCard {...props} meeting={meeting} isLast={index === 0} />
      ))}
      {view.mayPlan ? <PlanForm {...props} /> : null}
    </section>
  )
}

/** A meeting may still come, or is under way. */
const isOpen = ({ mayPlan, meetings }: ConciliationView): boolean =>
  mayPlan || meetings.some(({ status }) => isUnderWay(status))

export type CardProps = PartProps & { readonly meeting: ShownMeeting; readonly isLast: boolean }

function MeetingCard(props: CardProps) {
  const { t, instant } = useReader()
  const { meeting, isLast } = props
  return (
    <article class="case-part">
      <h3>
        {t('conciliation.attempt', { attempt: meeting.attempt })} <MeetingMark {...meeting} />
      </h3>
      <KeyValue facts={useFacts(props)} />
      {meeting.minutes ? <MinutesShown minutes={meeting.minutes} /> : null}
      {meeting.report ? <blockquote class="words">{meeting.report}</blockquote> : null}
      <CostList meeting={meeting} />
      {isLast ? <MeetingSteps {...props} /> : null}
      <p class="small muted">{t('conciliation.planned-at', { at: instant(meeting.plannedAt) })}</p>
    </article>
  )
}

function useFacts({ meeting, view, provinces }: CardProps): Fact[] {
  const { t, instant, name } = useReader()
  const conductor = view.people.get(meeting.conductedBy)
  const province = provinces.find(({ code }) => code === meeting.province)
  const where = [province ? name(province.names) : '', meeting.place ?? ''].filter(Boolean)
  const fact = (key: string, value: string | null): Fact[] =>
    value === null || value === '' ? [] : [{ key: t(`conciliation.fact.${key}`), value }]
  return [
    ...fact('held', meeting.heldAt && instant(meeting.heldAt)),
    ...fact(meeting.heldAt ? 'planned' : 'meets', instant(meeting.meetsAt)),
    ...fact('way', t(`conciliation.way.${meeting.way}`)),
    ...fact('where', where.join(', ')),
    ...fact('reason', meeting.reason),
    ...fact('conductor', conductor ? name(conductor) : '–'),
    ...fact('invited', meeting.invitedAt && instant(meeting.invitedAt)),
    ...fact('not-held', meeting.notHeldWhy && t(`conciliation.not-held.${meeting.notHeldWhy}`)),
    ...fact('failed', meeting.failedWhy && t(`conciliation.failed.${meeting.failedWhy}`)),
    ...meeting.attendance.flatMap(({ side, came, why }) =>
      fact(
        `came-${side}`,
        [t(`conciliation.came.${came}`), why ? t(`conciliation.absence.${why}`) : '']
          .filter(Boolean)
          .join(' · '),
      ),
    ),
    ...fact('read-to', meeting.readTo.map((to) => t(`conciliation.read-to.${to}`)).join(', ')),
  ]
}

function MinutesShown({ minutes }: { readonly minutes: NonNullable<ShownMeeting['minutes']> }) {
  const { t } = useReader()
  return (
    <div class="entry">
      <section>
        <h4>{t('conciliation.worker-says')}</h4>
        <blockquote class="words">{minutes.workerSays}</blockquote>
      </section>
      <section>
        <h4>{t('conciliation.agency-says')}</h4>
        <blockquote class="words">{minutes.agencySays}</blockquote>
      </section>
      {minutes.note ? <p>{minutes.note}</p> : null}
      <p class="small">{t('conciliation.read-by', { who: minutes.readBy })}</p>
    </div>
  )
}

function CostList({ meeting }: { readonly meeting: ShownMeeting }) {
  const { t, money } = useReader()
  if (meeting.costs.length === 0) return null
  return (
    <ul class="plain">
      {meeting.costs.map(({ kind, minor, currency, payer }) => (
        <li>
          {t(`conciliation.cost.${kind}`)}: {money({ minor, currency: currency as Currency })} ·{' '}
          {t(`conciliation.payer.${payer}`)}
        </li>
      ))}
    </ul>
  )
}
