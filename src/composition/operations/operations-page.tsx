import type { Check, CheckState } from '../../platform/operations/checks.ts'
import type { Figures, RunLine } from '../../platform/operations/figures.ts'
import {
  EmptyState,
  type Fact,
  KeyValue,
  OfficerLayout,
  StatusMark,
  type Tone,
  useReader,
  WideTable,
  Worklist,
} from '../../ui/index.ts'
import { AlarmsPart, type ShownAlarm } from './alarms-part.tsx'
import { seenText, sizeText } from './measure-text.ts'

export type OperationsPageProps = {
  readonly checks: readonly Check[]
  readonly figures: Figures
  readonly runs: readonly RunLine[]
  readonly alarms: readonly ShownAlarm[]
}

const tones: Readonly<Record<CheckState, Tone>> = {
  good: 'allowed',
  attention: 'attention',
  danger: 'danger',
  unknown: 'neutral',
}
const urgency: readonly CheckState[] = ['danger', 'attention', 'unknown', 'good']

/** How the installation is: what wants somebody stands first, with what to do about it. */
export function OperationsPage({ checks, figures, runs, alarms }: OperationsPageProps) {
  const { t } = useReader()
  const wanting = checks.filter(({ state }) => state === 'danger' || state === 'attention')
  const sorted = [...checks].sort((a, b) => urgency.indexOf(a.state) - urgency.indexOf(b.state))
  return (
    <OfficerLayout title={t('operations.title')}>
      <h1>{t('operations.title')}</h1>
      <p>{t('operations.wanting', { count: wanting.length })}</p>
      <Worklist
        stacks
        caption={t('operations.title')}
        columns={['what', 'state', 'seen', 'to-do'].map((name) => ({
          label: t(`operations.head.${name}`),
        }))}
        rows={sorted.map((check) => ({
          id: check.name,
          tone: check.state === 'good' ? undefined : tones[check.state],
          cells: checkCells(check),
        }))}
      />
      <AlarmsPart alarms={alarms} />
      <h2>{t('operations.sizes')}</h2>
      <Sizes figures={figures} />
      <h2>{t('operations.runs')}</h2>
      {runs.length === 0 ? (
        <EmptyState title={t('operations.runs.none')}>{t('operations.runs.begin')}</EmptyState>
      ) : (
        <WideTable
          label={t('operations.runs')}
          head={['what', 'state', 'moment', 'size', 'file'].map((name) =>
            t(`operations.runs.${name}`),
          )}
          rows={runs.map((run) => runCells(run))}
        />
      )}
    </OfficerLayout>
  )
}

function checkCells(check: Check) {
  const reader = useReader()
  const { t } = reader
  const { name, state } = check
  const wants = state === 'attention' || state === 'danger'
  const seen = seenText(reader, check)
  return [
    t(`operations.${name}`),
    <StatusMark tone={tones[state]}>{t(`operations.state.${state}`)}</StatusMark>,
    seen.length === 0 ? t('operations.not-known') : seen.map((line) => <div>{line}</div>),
    wants ? t(`operations.${name}.do`) : '–',
  ]
}

function Sizes({ figures }: { readonly figures: Figures }) {
  const { t, instant, day } = useReader()
  const at = (moment: Date | null) => (moment ? instant(moment) : t('operations.not-known'))
  const facts: Fact[] = [
    { key: t('operations.database-size'), value: sizeText(figures.databaseBytes) },
    {
      key: t('operations.backup-size'),
      value:
        figures.backupBytes === null ? t('operations.not-known') : sizeText(figures.backupBytes),
    },
    { key: t('operations.last-backup'), value: at(figures.backupAt) },
    { key: t('operations.last-seal'), value: at(figures.sealedAt) },
    {
      key: t('operations.last-digest'),
      value: figures.digestDay ? day(figures.digestDay) : t('operations.not-known'),
    },
  ]
  return <KeyValue facts={facts} />
}

const outcomes = { done: 'allowed', incomplete: 'attention', failed: 'danger' } as const

function runCells({ kind, outcome, ofMoment, bytes, fileName }: RunLine) {
  const { t, instant } = useReader()
  return [
    t(`operations.runs.kind.${kind}`),
    <StatusMark tone={outcomes[outcome]}>{t(`operations.runs.${outcome}`)}</StatusMark>,
    instant(ofMoment),
    bytes > 0 ? sizeText(bytes) : '–',
    fileName,
  ]
}
