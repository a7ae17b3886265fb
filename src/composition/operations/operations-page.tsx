import type { Check, CheckState } from '../../platform/operations/checks.ts'
import { limits } from '../../platform/operations/checks.ts'
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
} from '../../ui/index.ts'
import { sizeText, spanText } from './measure-text.ts'

export type OperationsPageProps = {
  readonly checks: readonly Check[]
  readonly figures: Figures
  readonly runs: readonly RunLine[]
}

const tones: Readonly<Record<CheckState, Tone>> = {
  good: 'allowed',
  attention: 'attention',
  danger: 'danger',
  unknown: 'neutral',
}
const urgency: readonly CheckState[] = ['danger', 'attention', 'unknown', 'good']

/** How the installation is: what wants somebody stands first, with what to do about it. */
export function OperationsPage({ checks, figures, runs }: OperationsPageProps) {
  const { t } = useReader()
  const wanting = checks.filter(({ state }) => state === 'danger' || state === 'attention')
  const sorted = [...checks].sort((a, b) => urgency.indexOf(a.state) - urgency.indexOf(b.state))
  return (
    <OfficerLayout title={t('operations.title')}>
      <h1>{t('operations.title')}</h1>
      <p>{t('operations.wanting', { count: wanting.length })}</p>
      <WideTable
        label={t('operations.title')}
        head={['what', 'state', 'seen', 'to-do'].map((name) => t(`operations.head.${name}`))}
        rows={sorted.map((check) => checkCells(check))}
        firstCellIsHeader
      />
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

function checkCells({ name, state, value, problem }: Check) {
  const { t } = useReader()
  const wants = state === 'attention' || state === 'danger'
  const problemText = problem ? t(`operations.${name}.${problem}`) : null
  return [
    t(`operations.${name}`),
    <StatusMark tone={tones[state]}>{t(`operations.state.${state}`)}</StatusMark>,
    <>
      {value === null ? null : <span>{valueText(name, value)}</span>}
      {problemText ? <div>{problemText}</div> : null}
      {value === null && !problemText ? t('operations.not-known') : null}
    </>,
    wants ? t(`operations.${name}.do`) : '',
  ]
}

function valueText(name: Check['name'], value: number): string {
  const { t, number } = useReader()
  switch (limits[name].unit) {
    case 'bytes':
      return t('operations.free', { size: sizeText(value) })
    case 'count':
      return number(value)
    case 'days':
      return t('operations.digest.days', { count: value })
    default:
      // Of what waits: nothing does.
      if (value === 0) return t('operations.nothing-waits')
      return spanText(value, t, `operations.${name}`)
  }
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
