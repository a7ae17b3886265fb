import { dayOf } from '../../../kernel/days.ts'
import { type Currency, currencies } from '../../../kernel/money.ts'
import { type Fact, KeyValue, StatusMark, type Tone, useReader } from '../../../ui/index.ts'
import { answerWays, remedyKinds } from '../../compensation/index.ts'
import type { Names } from '../../places/index.ts'
import type { ConciliationView, ShownMeeting } from '../actions/read-conciliation.ts'
import {
  absences,
  attendances,
  costKinds,
  costPayers,
  failReasons,
  type MeetingStatus,
  meetingWays,
  notHeldReasons,
  readTo,
} from '../rules/meeting.ts'
import {
  AnyOf,
  Choose,
  Language,
  Line,
  Lines,
  OneOf,
  type SentStep,
  StepForm,
  sheetOf,
} from './step-form.tsx'
import { TermsFields } from './terms-fields.tsx'

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
  const { t } = useReader()
  const { view } = props
  return (
    <section class="case-part" id="meetings">
      <h2>{t('conciliation.meetings')}</h2>
      {view.kept.isProtected ? <p>{t('refusal.protected-never-meets')}</p> : null}
      {view.meetings.length === 0 ? <p class="muted">{t('conciliation.no-meeting')}</p> : null}
      {view.meetings.toReversed().map((meeting, index) => (
        <MeetingCard {...props} meeting={meeting} isLast={index === 0} />
      ))}
      {view.mayPlan ? <PlanForm {...props} /> : null}
    </section>
  )
}

type CardProps = PartProps & { readonly meeting: ShownMeeting; readonly isLast: boolean }

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
    ...fact('meets', instant(meeting.meetsAt)),
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

const useOptions = () => {
  const { t } = useReader()
  return (group: string, values: readonly string[]) =>
    values.map((value) => ({ value, label: t(`conciliation.${group}.${value}`) }))
}

function MeetingSteps(props: CardProps) {
  const { meeting } = props
  const offered = (action: ShownMeeting['actions'][number]) => meeting.actions.includes(action)
  return (
    <>
      {offered('invite') ? <Simple {...props} step="invite" /> : null}
      {offered('hold') ? <HoldForm {...props} /> : null}
      {offered('not-held') ? <NotHeldForm {...props} /> : null}
      {offered('postpone') ? <AppointmentForm {...props} step="postpone" /> : null}
      {offered('settle') ? <SettleForm {...props} /> : null}
      {offered('fail') ? <FailForm {...props} /> : null}
      <CostForm {...props} />
    </>
  )
}

const around = ({ view, sent, submission, meeting }: CardProps) => ({
  ...{ complaintId: view.kept.id, sent, submission, version: meeting.version },
})

function Simple({ step, ...props }: CardProps & { readonly step: 'invite' }) {
  const sheet = sheetOf(step, props.meeting.id, props.sent)
  return (
    <StepForm {...around(props)} sheet={sheet}>
      <Language sheet={sheet} />
    </StepForm>
  )
}

function HoldForm(props: CardProps) {
  const sheet = sheetOf('hold', props.meeting.id, props.sent)
  const options = useOptions()
  const came = options(
    'came',
    attendances.filter((one) => one !== 'absent'),
  )
  return (
    <StepForm {...around(props)} sheet={sheet}>
      <Line sheet={sheet} name="day" type="date" first={dayOf(props.meeting.meetsAt)} />
      <Line sheet={sheet} name="time" type="time" />
      <OneOf sheet={sheet} name="worker" options={came} />
      <OneOf sheet={sheet} name="agency" options={came} />
      <Lines sheet={sheet} name="workerSays" rows={4} />
      <Lines sheet={sheet} name="agencySays" rows={4} />
      <Lines sheet={sheet} name="note" rows={2} />
      <AnyOf sheet={sheet} name="readTo" options={options('read-to', readTo)} />
      <Line sheet={sheet} name="readBy" />
      <Language sheet={sheet} />
    </StepForm>
  )
}

function NotHeldForm(props: CardProps) {
  const sheet = sheetOf('not-held', props.meeting.id, props.sent)
  const options = useOptions()
  const reasons = options(
    'not-held',
    notHeldReasons.filter((why) => why !== 'protected'),
  )
  const absent = options('absence', absences)
  return (
    <StepForm {...around(props)} sheet={sheet}>
      <OneOf sheet={sheet} name="why" options={reasons} />
      <Choose sheet={sheet} name="workerWhy" options={absent} />
      <Choose sheet={sheet} name="agencyWhy" options={absent} />
    </StepForm>
  )
}

function SettleForm(props: CardProps) {
  const { t, name } = useReader()
  const sheet = sheetOf('settle', props.meeting.id, props.sent)
  const options = useOptions()
  const debtors = props.view.debtors.map(({ value, names }) => ({
    value,
    label:
      names === null ? t('conciliation.nameless') : typeof names === 'string' ? names : name(names),
  }))
  return (
    <StepForm {...around(props)} sheet={sheet}>
      <Choose sheet={sheet} name="debtor" options={debtors} first={debtors[0]?.value ?? ''} />
      <TermsFields sheet={sheet} persons={props.view.persons} withAnswers />
      <AnyOf sheet={sheet} name="remedies" options={options('remedy', remedyKinds)} />
      <Line sheet={sheet} name="remedyWords" />
      <Choose
        sheet={sheet}
        name="how"
        options={options('answer-way', answerWays)}
        first="thumbprint"
      />
      <Lines sheet={sheet} name="basis" />
    </StepForm>
  )
}

function FailForm(props: CardProps) {
  const sheet = sheetOf('fail', props.meeting.id, props.sent)
  const options = useOptions()
  return (
    <StepForm {...around(props)} sheet={sheet}>
      <OneOf sheet={sheet} name="why" options={options('failed', failReasons)} />
      <Lines sheet={sheet} name="report" rows={5} />
      <Language sheet={sheet} />
    </StepForm>
  )
}

function CostForm(props: CardProps) {
  const sheet = sheetOf('add-cost', props.meeting.id, props.sent)
  const options = useOptions()
  const sums = currencies.map((value) => ({ value, label: value }))
  const { version: _, ...rest } = around(props)
  return (
    <StepForm {...rest} sheet={sheet}>
      <Choose sheet={sheet} name="kind" options={options('cost', costKinds)} first="travel" />
      <Line sheet={sheet} name="sum" />
      <Choose sheet={sheet} name="currency" options={sums} first="KHR" />
      <Choose sheet={sheet} name="payer" options={options('payer', costPayers)} />
    </StepForm>
  )
}

function PlanForm(props: PartProps) {
  const { view, sent, submission } = props
  const sheet = sheetOf('plan', '', sent)
  return (
    <StepForm
      {...{ complaintId: view.kept.id, sheet, sent, submission, version: view.kept.version }}
    >
      <AppointmentFields {...props} sheet={sheet} />
    </StepForm>
  )
}

function AppointmentForm(props: CardProps & { readonly step: 'postpone' }) {
  const sheet = sheetOf(props.step, props.meeting.id, props.sent)
  return (
    <StepForm {...around(props)} sheet={sheet}>
      <AppointmentFields {...props} sheet={sheet} />
    </StepForm>
  )
}

function AppointmentFields({ view, provinces, sheet }: PartProps & { sheet: SheetOf }) {
  const { t, name, day } = useReader()
  const options = useOptions()
  const { days, workerProvince } = view
  const here = provinces.map(({ code, names }) => ({ value: code, label: name(names) }))
  const earliest =
    days.earliest === null
      ? t('conciliation.days.unknown')
      : t('conciliation.days.earliest', { day: day(days.earliest) })
  return (
    <>
      <OneOf sheet={sheet} name="way" options={options('way', meetingWays)} first="phone" />
      <Choose sheet={sheet} name="province" options={here} first={workerProvince ?? ''} />
      <Line sheet={sheet} name="place" />
      <Lines sheet={sheet} name="reason" rows={2} hint={t('conciliation.hint.reason')} />
      <Line sheet={sheet} name="day" type="date" hint={earliest} />
      <Line sheet={sheet} name="time" type="time" />
      <Choose
        sheet={sheet}
        name="conductedBy"
        options={view.conductors.map((one) => ({ value: one.id, label: name(one) }))}
      />
    </>
  )
}
type SheetOf = ReturnType<typeof sheetOf>
