import { dayOf, daysBetween } from '../../../../kernel/days.ts'
import type { TimelineEvent } from '../../../../platform/events/record-event.ts'
import {
  ClockBar,
  Timeline,
  type TimelineEntry,
  type Tone,
  useReader,
} from '../../../../ui/index.ts'
import type { Clock } from '../../../casework/index.ts'
import type { OwnCase } from '../../actions/own-case.ts'
import { type ComplaintClock, complaintClocks } from '../../rules/clocks.ts'
import { type ComplaintEvent, complaintEventOf } from '../../rules/events.ts'

/** By when the office has to be where; the clock of the whole case first. */
export function CaseClocks({ own, now }: { readonly own: OwnCase; readonly now: Date }) {
  const shown = complaintClocks.flatMap((kind) => {
    const clock = own.clocks.findLast((each) => each.kind === kind)
    return clock && (clock.stoppedAt === null || kind === 'resolve') ? [{ kind, clock }] : []
  })
  return (
    <>
      {shown.map(({ kind, clock }) => (
        <CaseClock kind={kind} clock={clock} now={now} />
      ))}
    </>
  )
}

type CaseClockProps = { readonly kind: ComplaintClock; readonly clock: Clock; readonly now: Date }

function CaseClock({ kind, clock, now }: CaseClockProps) {
  const { t } = useReader()
  const standing = standingOf(clock, now)
  return (
    <ClockBar
      title={t(`follow.clock.${kind}`)}
      from={dayOf(clock.startedAt)}
      due={dayOf(clock.dueAt)}
      today={dayOf(now)}
      doneOn={clock.stoppedAt ? dayOf(clock.stoppedAt) : null}
      tone={standing.tone}
      state={t(standing.key, { days: standing.days })}
      note={clock.uncertain ? t('complain.receipt.may-move') : undefined}
    />
  )
}

function standingOf(
  { stoppedAt, dueAt }: Clock,
  now: Date,
): { tone: Tone; key: string; days: number } {
  const at = stoppedAt ?? now
  const days = daysBetween(dayOf(at), dayOf(dueAt))
  const isLate = at.getTime() > dueAt.getTime()
  if (stoppedAt)
    return isLate
      ? { tone: 'danger', key: 'follow.clock.done-late', days: -days }
      : { tone: 'allowed', key: 'follow.clock.done', days }
  if (isLate) return { tone: 'danger', key: 'follow.clock.late', days: -days }
  return { tone: 'neutral', key: 'follow.clock.left', days }
}

/** Every step with its date, the newest first. */
export function CaseTimeline({ own }: { readonly own: OwnCase }) {
  const { t, name, instant } = useReader()
  const whoOf = ({ actorKind }: TimelineEvent): string | undefined => {
    if (actorKind === 'person') return own.office ? name(own.office) : undefined
    return actorKind === 'system' ? undefined : t('follow.you')
  }
  const entries = own.events.toReversed().map((event): TimelineEntry => {
    return {
      title: t(titleKey(event)),
      when: instant(event.at),
      iso: event.at.toISOString(),
      who: whoOf(event),
      icon: event.type === 'complaint.clock-ran-out' ? 'triangle-alert' : 'circle-dot',
      tone: event.type === 'complaint.clock-ran-out' ? 'danger' : 'neutral',
    }
  })
  return (
    <section>
      <h2>{t('follow.timeline')}</h2>
      <Timeline entries={entries} />
    </section>
  )
}

/** What later modules put there too; whatever has no sentence of its own is a step all the same. */
const titles: Readonly<Partial<Record<ComplaintEvent, string>>> = {
  received: 'follow.event.received',
  assigned: 'follow.event.taken',
  transferred: 'follow.event.transferred',
  registered: 'follow.event.registered',
  'agency-asked': 'follow.event.agency-asked',
  'agency-answered': 'follow.event.agency-answered',
  'agency-silent': 'follow.event.agency-silent',
  'closure-proposed': 'follow.event.closure-proposed',
  'closure-agreed': 'follow.event.closure-agreed',
  'said-not-solved': 'follow.event.said-not-solved',
  'closed-with-consent': 'follow.event.closed-with-consent',
  'withdrawal-asked': 'follow.event.withdrawal-asked',
  withdrawn: 'follow.event.withdrawn',
  continued: 'follow.event.continued',
  'kept-as-warning': 'follow.event.kept-as-warning',
  reopened: 'follow.event.reopened',
  'message-sent': 'follow.event.office-wrote',
  'note-added': 'follow.event.other',
  'consent-given': 'follow.event.name-shown',
  'consent-withdrawn': 'follow.event.name-hidden',
  'new-digits-given': 'follow.event.new-digits',
  'clock-ran-out': 'follow.event.late',
  'evidence-given': 'follow.event.office-added',
  'evidence-released': 'follow.event.agency-proof',
  'recording-summarised': 'follow.event.summarised',
  'old-file-compared': 'follow.event.other',
  'waiting-elsewhere': 'follow.event.waiting-elsewhere',
  resumed: 'follow.event.resumed',
  'review-set': 'follow.event.other',
  'closed-without-confirmation': 'follow.event.closed-without-confirmation',
  'conciliation-begun': 'follow.event.conciliation-begun',
  settled: 'follow.event.settled',
  'not-settled': 'follow.event.not-settled',
  decided: 'follow.event.decided',
  'outcome-recorded': 'follow.event.outcome-recorded',
  'closed-by-confirmation': 'follow.event.closed-by-confirmation',
  'recorded-late': 'follow.event.recorded-late',
  merged: 'follow.event.merged',
  unmerged: 'follow.event.unmerged',
  'took-over': 'follow.event.took-over',
  'gave-back': 'follow.event.gave-back',
  'persons-added': 'follow.event.persons-added',
  'person-changed': 'follow.event.other',
  'person-corrected': 'follow.event.other',
  'person-left': 'follow.event.other',
  'person-receipt-given': 'follow.event.other',
  'representative-replaced': 'follow.event.representative-replaced',
  'party-added': 'follow.event.other',
  'party-ended': 'follow.event.other',
  'statement-added': 'follow.event.other',
  'deadline-missed': 'follow.event.other',
  'time-bar-near': 'follow.event.other',
  'time-bar-passed': 'follow.event.other',
  'claim-filed-elsewhere': 'follow.event.filed-elsewhere',
  'claim-added': 'follow.event.other',
  'claim-changed': 'follow.event.other',
  'withdrawal-call-noted': 'follow.event.withdrawal-call-noted',
  'conflict-found': 'follow.event.other',
  'person-written-to': 'follow.event.office-wrote',
}
/** What the meetings put there, as far as she is told of it. */
const titlesElsewhere: Readonly<Record<string, string>> = {
  'conciliation.planned': 'follow.event.meeting-planned',
  'conciliation.invited': 'follow.event.meeting-invited',
}
/** Where the kind of event does not say it all. */
const titlesByItem: Readonly<Record<string, string>> = {
  'complaint.message-sent complainant': 'follow.event.you-wrote',
  'complaint.evidence-given complainant-follow': 'follow.event.you-added',
  'complaint.consent-given story': 'follow.event.story-shown',
  'complaint.consent-withdrawn story': 'follow.event.story-hidden',
  'complaint.consent-given recording': 'follow.event.recording-shown',
  'complaint.consent-withdrawn recording': 'follow.event.recording-hidden',
}

function titleKey({ type, data }: TimelineEvent): string {
  const event = complaintEventOf(type)
  // An event that is newer than this list is a step all the same.
  const plain = (event ? titles[event] : titlesElsewhere[type]) ?? 'follow.event.other'
  return titlesByItem[`${type} ${data.item ?? data.from ?? data.origin}`] ?? plain
}
