import { masked, reasonText } from '../../modules/messages/index.ts'
import type { AlarmLine, NoticeLine } from '../../platform/operations/alarm-store.ts'
import {
  EmptyState,
  type IconName,
  StatusMark,
  type Tone,
  useReader,
  WarningText,
  Worklist,
} from '../../ui/index.ts'

export type ShownNotice = Omit<NoticeLine, 'recipientSealed'> & { readonly to: string }
export type ShownAlarm = AlarmLine & { readonly notices: readonly ShownNotice[] }

/** What was wrong, from when to when, and who was told. */
export function AlarmsPart({ alarms }: { readonly alarms: readonly ShownAlarm[] }) {
  const { t } = useReader()
  const standing = alarms.filter(({ endedAt }) => endedAt === null)
  return (
    <>
      <h2>{t('operations.alarms')}</h2>
      <p class="muted">{t('operations.alarms.about')}</p>
      {alarms.some(({ notices }) => notices.some(isStuck)) ? (
        <WarningText>{t('operations.alarms.not-sent')}</WarningText>
      ) : null}
      {standing.some(({ notices }) => notices.length === 0) ? (
        <WarningText>{t('operations.alarms.nobody')}</WarningText>
      ) : null}
      {alarms.length === 0 ? (
        <EmptyState title={t('operations.alarms.none')} />
      ) : (
        <Worklist
          stacks
          caption={t('operations.alarms')}
          columns={(['what', 'state', 'from', 'until', 'told'] as const).map((column) => ({
            label: t(`operations.alarms.${column}`),
          }))}
          rows={alarms.map((alarm) => ({
            id: alarm.id,
            tone: alarm.endedAt ? undefined : alarm.state,
            cells: alarmCells(alarm),
          }))}
        />
      )}
    </>
  )
}

const isStuck = ({ status, code }: ShownNotice): boolean =>
  status === 'refused' || ((status === 'waiting' || status === 'unknown') && code !== null)

function alarmCells({ what, state, raisedAt, endedAt, notices }: ShownAlarm) {
  const { t, instant } = useReader()
  const tone = endedAt ? 'allowed' : state
  return [
    t(`operations.${what}`),
    <StatusMark tone={tone}>
      {t(endedAt ? 'operations.alarms.over' : `operations.state.${state}`)}
    </StatusMark>,
    instant(raisedAt),
    endedAt ? instant(endedAt) : '–',
    notices.length === 0
      ? t('operations.alarms.nobody-told')
      : notices.map((notice) => <Told notice={notice} />),
  ]
}

const looks: Readonly<
  Record<ShownNotice['status'], { readonly tone: Tone; readonly icon: IconName }>
> = {
  waiting: { tone: 'neutral', icon: 'clock' },
  unknown: { tone: 'attention', icon: 'triangle-alert' },
  sent: { tone: 'allowed', icon: 'send' },
  refused: { tone: 'danger', icon: 'circle-x' },
  replaced: { tone: 'neutral', icon: 'clock' },
}

function Told({ notice }: { readonly notice: ShownNotice }) {
  const reader = useReader()
  const { t, instant } = reader
  const { status, channel, to, code, madeAt, nextTryAt } = notice
  return (
    <div>
      <StatusMark {...looks[status]}>{t(`operations.alarms.status.${status}`)}</StatusMark>{' '}
      {masked(channel, to)}, {instant(madeAt)}
      {code ? <div class="muted">{reasonText(reader, code)}</div> : null}
      {code && nextTryAt ? (
        <div class="muted">{t('operations.alarms.next-try', { at: instant(nextTryAt) })}</div>
      ) : null}
    </div>
  )
}
