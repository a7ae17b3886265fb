import { InsetText, useReader } from '../../../ui/index.ts'
import type { OwnWord } from '../../compensation/index.ts'
import type { Names } from '../../places/index.ts'
import type { SideDecision, SideMeeting } from '../actions/read-side.ts'
import { DecisionMark, DecisionText } from './decision-part.tsx'
import { MeetingMark } from './meeting-part.tsx'

export type Provinces = readonly { readonly code: string; readonly names: Names }[]
type Side = 'worker' | 'agency'

/** When, how and where, in a sentence each. */
export function MeetingLines({
  meeting,
  provinces,
  side,
}: {
  readonly meeting: SideMeeting
  readonly provinces: Provinces
  readonly side: Side
}) {
  const { t, instant, name } = useReader()
  const province = provinces.find(({ code }) => code === meeting.province)
  const where = [province ? name(province.names) : '', meeting.place ?? ''].filter(Boolean)
  const { own } = meeting
  // "Settled" is true for those who agreed, and for nobody else.
  const isHers = own === null || (own.answer === 'accepted' && !own.isOver)
  return (
    <>
      {isHers ? (
        <p>
          <MeetingMark status={meeting.status} />
        </p>
      ) : null}
      <p>
        <strong>{instant(meeting.heldAt ?? meeting.meetsAt)}</strong> ·{' '}
        {t(`conciliation.way.${meeting.way}`)}
        {where.length > 0 ? ` · ${where.join(', ')}` : ''}
      </p>
      {isHers ? (
        <p>{t(`conciliation.means.${side}.${meeting.isAhead ? 'ahead' : meeting.status}`)}</p>
      ) : (
        <OwnAnswer own={own} />
      )}
    </>
  )
}

/** A worker of a group to whose settlement she has not agreed: what it is to her. */
function OwnAnswer({ own }: { readonly own: OwnWord }) {
  const { t } = useReader()
  if (own.isOver) return <p>{t('conciliation.settled.over')}</p>
  if (own.answer !== 'not-reached')
    return <p>{t(`conciliation.settled.${own.answer === 'refused' ? 'refused' : 'without'}`)}</p>
  return (
    <>
      <p>{t('conciliation.settled.not-reached')}</p>
      <OwnSums own={own} />
      <p>
        <strong>{t('conciliation.settled.awaited')}</strong>
      </p>
    </>
  )
}

function OwnSums({ own }: { readonly own: OwnWord }) {
  const { t, money, day } = useReader()
  return (
    <>
      {own.sums.map((one) => (
        <p>{t('conciliation.own-sum', { sum: money(one.money), day: day(one.dueOn) })}</p>
      ))}
    </>
  )
}

/** What was decided, until when this side may appeal, and what came of it. */
export function DecisionLines({
  decision,
  side,
}: {
  readonly decision: SideDecision
  readonly side: Side
}) {
  const { t, day } = useReader()
  const until = side === 'worker' ? decision.workerUntil : decision.agencyUntil
  return (
    <>
      <h3>
        {t(`conciliation.kind.${decision.kind}`)} <DecisionMark status={decision.status} />
      </h3>
      <DecisionText decision={decision} />
      {decision.own && isForHer(decision, decision.own) ? <OwnSums own={decision.own} /> : null}
      <AwaitedOf decision={decision} side={side} />
      {decision.mayAppeal ? <p>{t('conciliation.may-appeal', { day: day(until) })}</p> : null}
      {decision.hasAppealed ? <p>{t('conciliation.appealed')}</p> : null}
      {decision.status === 'appealed' && !decision.hasAppealed ? (
        <p>{t(`conciliation.appealed-by-other.${side}`)}</p>
      ) : null}
      {decision.rulingWords ? (
        <InsetText>
          <p>{decision.rulingWords}</p>
        </InsetText>
      ) : null}
    </>
  )
}

/** Whether its sums are still hers to have: what somebody refused or appealed says nothing of it. */
const isForHer = (
  { status, agencyAnswer }: Pick<SideDecision, 'status' | 'agencyAnswer'>,
  { isOver, answer }: OwnWord,
): boolean =>
  (status === 'issued' || status === 'upheld') &&
  agencyAnswer !== 'refused' &&
  answer !== 'refused' &&
  !isOver

/** Whose turn it is, and by when; only this side's own. */
function AwaitedOf({ decision, side }: { readonly decision: SideDecision; readonly side: Side }) {
  const { t, day } = useReader()
  const { awaited, agencyAnswer } = decision
  const isHere = awaited && (side === 'worker' ? awaited.workers > 0 : awaited.agency)
  const until = side === 'worker' ? decision.workerUntil : decision.agencyUntil
  return (
    <>
      {agencyAnswer ? <p>{t(`conciliation.agency-answer.${side}.${agencyAnswer}`)}</p> : null}
      {isHere ? (
        <p>
          <strong>{t(`conciliation.awaited.${side}`, { day: day(until) })}</strong>
        </p>
      ) : null}
    </>
  )
}
