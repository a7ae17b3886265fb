import {
  BarChart,
  type Content,
  KeyValue,
  StatusMark,
  useReader,
  WideTable,
} from '../../../ui/index.ts'
import { RuleLine } from '../../law/index.ts'
import type { Instruments, Oversight } from '../actions/read-instruments.ts'
import type { Alarm } from '../rules/alarm.ts'
import { isBelowClaims, percentCovered, perWorker } from '../rules/cover.ts'
import type { CoverLine } from '../store/cover.ts'

export type CoverProps = {
  readonly oversight: Oversight
  readonly block: Instruments['block']
}

/** What the deposit stands for: open sums and workers abroad, today and before. */
export function CoverSection({ oversight, block }: CoverProps) {
  const { t } = useReader()
  return (
    <section class="case-part">
      <h2>{t('ledger.cover.title')}</h2>
      <Alarms alarms={oversight.alarms} />
      <CoverFacts oversight={oversight} block={block} />
      <CoverHistory history={oversight.history} />
    </section>
  )
}

export function Alarms({ alarms }: { readonly alarms: readonly Alarm[] }) {
  const { t, instant } = useReader()
  if (alarms.length === 0) return null
  return (
    <ul class="plain">
      {alarms.map(({ kind, raisedAt }) => (
        <li>
          <StatusMark tone="danger" icon="triangle-alert">
            {t(`ledger.alarm.${kind}`)}
          </StatusMark>{' '}
          <span class="small muted">{t('ledger.alarm.since', { at: instant(raisedAt) })}</span>
        </li>
      ))}
    </ul>
  )
}

function CoverFacts({ oversight: { cover }, block }: CoverProps) {
  const { t, day, money, number } = useReader()
  const { held, open, uncounted, declaration } = cover
  const fact = (key: string, value: Content) => ({ key: t(`ledger.cover.${key}`), value })
  const each = perWorker(cover)
  return (
    <KeyValue
      facts={[
        fact('open', <Open open={money({ ...held, minor: open })} uncounted={uncounted} />),
        fact(
          'ratio',
          <StatusMark tone={isBelowClaims(cover) ? 'danger' : 'neutral'}>
            <RatioText line={{ held: held.minor, open }} />
          </StatusMark>,
        ),
        fact(
          'workers',
          declaration
            ? t('ledger.cover.declared', {
                ...{ workers: number(declaration.workers), day: day(declaration.onDay) },
              })
            : t('ledger.cover.not-declared'),
        ),
        ...(each ? [fact('per-worker', money(each))] : []),
        fact('job-orders', <Block block={block} />),
      ]}
    />
  )
}

function Open({ open, uncounted }: { readonly open: string; readonly uncounted: number }) {
  const { t } = useReader()
  if (uncounted === 0) return <>{open}</>
  return (
    <>
      {open} <span class="muted">{t('ledger.cover.uncounted', { count: uncounted })}</span>
    </>
  )
}

/** Whether job orders are refused now, by which rule, and what lets them through. */
export function Block({ block }: Pick<CoverProps, 'block'>) {
  const { t, day } = useReader()
  const { isBlocked, override, rule } = block
  if (override)
    return (
      <>
        <StatusMark tone="attention">
          {t('ledger.block.override', { day: day(override.untilDay) })}
        </StatusMark>{' '}
        {override.reason}
      </>
    )
  return (
    <>
      <StatusMark tone={isBlocked ? 'danger' : 'allowed'}>
        {t(isBlocked ? 'ledger.block.yes' : 'ledger.block.no')}
      </StatusMark>{' '}
      {isBlocked ? <RuleLine rule={rule} /> : null}
    </>
  )
}

type Ratio = Pick<CoverLine, 'held' | 'open'>

/** "85 %", or that nothing is open. */
export function RatioText({ line: { held, open } }: { readonly line: Ratio }) {
  const { t, number } = useReader()
  const percent = percentCovered({ held: { minor: held, currency: 'USD' }, open })
  return (
    <>
      {percent === null
        ? t('ledger.cover.nothing-open')
        : t('ledger.cover.percent', { percent: number(percent) })}
    </>
  )
}

function CoverHistory({ history }: { readonly history: readonly CoverLine[] }) {
  const { t, day, money, number } = useReader()
  if (history.length === 0) return null
  const oldest = history.toReversed()
  const numeric = (content: Content) => ({ content, numeric: true })
  const head = ['held', 'open', 'ratio', 'workers'].map((name) =>
    numeric(t(`ledger.cover.column.${name}`)),
  )
  return (
    <>
      <h3>{t('ledger.cover.history')}</h3>
      <BarChart
        label={t('ledger.cover.chart')}
        bars={oldest.map((line) => ({
          ...{ label: day(line.day), value: line.held, behind: line.open },
          text: `${money({ minor: line.held, currency: line.currency })} / ${money({ minor: line.open, currency: line.currency })}`,
        }))}
      />
      <WideTable
        label={t('ledger.cover.history')}
        head={[t('ledger.cover.column.day'), ...head]}
        rows={history.map((line) => [
          day(line.day),
          numeric(money({ minor: line.held, currency: line.currency })),
          numeric(money({ minor: line.open, currency: line.currency })),
          numeric(<RatioText line={line} />),
          numeric(line.workers === null ? '–' : number(line.workers)),
        ])}
      />
    </>
  )
}
