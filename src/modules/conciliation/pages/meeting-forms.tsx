import { dayOf } from '../../../kernel/days.ts'
import { currencies } from '../../../kernel/money.ts'
import { useReader } from '../../../ui/index.ts'
import { answerWays, remedyKinds } from '../../compensation/index.ts'
import type { ShownMeeting } from '../actions/read-conciliation.ts'
import {
  absences,
  attendances,
  costKinds,
  costPayers,
  failReasons,
  meetingWays,
  notHeldReasons,
  readTo,
} from '../rules/meeting.ts'
import type { CardProps, PartProps } from './meeting-part.tsx'
import { AnyOf, Choose, Language, Line, Lines, OneOf, StepForm, sheetOf } from './step-form.tsx'
import { TermsFields } from './terms-fields.tsx'

const useOptions = () => {
  const { t } = useReader()
  return (group: string, values: readonly string[]) =>
    values.map((value) => ({ value, label: t(`conciliation.${group}.${value}`) }))
}

export function MeetingSteps(props: CardProps) {
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

export function PlanForm(props: PartProps) {
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
  const { days, workerProvince, kept, meetings } = view
  // Whom the meeting had, or whose case it is: somebody else may be chosen.
  const likely = sheet.step === 'postpone' ? meetings.at(-1)?.conductedBy : kept.ownerId
  const conductor = view.conductors.find(({ id }) => id === likely)
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
        first={conductor?.id ?? ''}
      />
    </>
  )
}
type SheetOf = ReturnType<typeof sheetOf>
