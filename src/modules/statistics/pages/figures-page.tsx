import { dayOf } from '../../../kernel/days.ts'
import { currencies } from '../../../kernel/money.ts'
import { routes } from '../../../routes.ts'
import {
  BackLink,
  BarChart,
  CitizenLayout,
  KeyValue,
  useReader,
  WideTable,
} from '../../../ui/index.ts'
import { money, percent, shown } from './figure-text.ts'
import { type FiguresView, national, one, scopeRows, slicesOf } from './figures-view.ts'

/** What happened to complaints in a year: pictures with their tables, and nothing small. */
export function FiguresPage({ view }: { readonly view: FiguresView }) {
  const { t, link, day } = useReader()
  const { year, years, countedAt, least } = view
  return (
    <CitizenLayout title={t('figures.title')} before={<BackLink href={link(routes.home.href())} />}>
      <h1>{t('figures.title')}</h1>
      {year === null || countedAt === null ? (
        <p>{t('figures.none')}</p>
      ) : (
        <>
          <p>
            {t('figures.of', { year: String(year), day: day(dayOf(countedAt)) })}{' '}
            {least === null ? null : t('figures.small', { least })}{' '}
            <a href={`${link(routes.rules.href())}#figures.least_count`}>{t('figures.rule')}</a>
          </p>
          <Years years={years} year={year} />
          <Received view={view} />
          <Steps view={view} />
          <MoneyTable view={view} />
          <Remedies view={view} />
          <Scopes view={view} scope="office" />
          <Scopes view={view} scope="agency" />
          <p>
            <a href={link(routes.figuresCsv.href({ year: String(year) }))}>
              {t('figures.download')}
            </a>
          </p>
        </>
      )}
    </CitizenLayout>
  )
}

function Years({ years, year }: { readonly years: readonly number[]; readonly year: number }) {
  const { t, link } = useReader()
  if (years.length < 2) return null
  return (
    <nav aria-label={t('figures.years')}>
      <ul class="years">
        {years.map((each) => (
          <li>
            {each === year ? (
              <strong>{String(each)}</strong>
            ) : (
              <a href={link(routes.figures.href({ year: String(each) }))}>{String(each)}</a>
            )}
          </li>
        ))}
      </ul>
    </nav>
  )
}

type Part = { readonly view: FiguresView }

function Received({ view }: Part) {
  const reader = useReader()
  const { t } = reader
  const own = national(view)
  const of = (slice: string) => one(own, 'door', { slice }) ?? -1n
  const doors = slicesOf(own, 'door').sort((a, b) => Number(of(b) - of(a)))
  const rows = doors.map((slice) => [
    t(`figures.door.${slice}`),
    shown(one(own, 'door', { slice }), reader),
  ])
  return (
    <section>
      <h2>{t('figures.received')}</h2>
      <KeyValue
        facts={(['received', 'closed', 'closed-without-confirmation'] as const)
          .map((measure) => ({
            key: t(`figures.measure.${measure}`),
            value: shown(one(own, measure), reader),
          }))
          .concat({
            key: t('figures.measure.answered-in-time-percent'),
            value: percent(one(own, 'answered-in-time-percent'), reader),
          })}
      />
      <h3>{t('figures.by-door')}</h3>
      <BarChart
        label={t('figures.by-door')}
        bars={doors.map((slice) => {
          const value = one(own, 'door', { slice }) ?? null
          return { label: t(`figures.door.${slice}`), value, text: shown(value, reader) }
        })}
      />
      <WideTable
        label={t('figures.by-door')}
        head={[t('figures.door'), { content: t('figures.measure.received'), numeric: true }]}
        rows={numeric(rows)}
      />
    </section>
  )
}

function Steps({ view }: Part) {
  const reader = useReader()
  const { t } = reader
  const own = national(view)
  const steps = slicesOf(own, 'step-median-days').sort((a, b) => order(a) - order(b))
  if (steps.length === 0) return null
  const days = (slice: string) => ({
    median: one(own, 'step-median-days', { slice }),
    ninth: one(own, 'step-ninth-decile-days', { slice }),
  })
  return (
    <section>
      <h2>{t('figures.steps')}</h2>
      <p>{t('figures.steps-about')}</p>
      <BarChart
        label={t('figures.steps')}
        bars={steps.map((slice) => {
          const { median = null, ninth } = days(slice)
          const text = t('figures.days', {
            median: shown(median, reader),
            ninth: shown(ninth, reader),
          })
          return {
            ...{ label: t(`figures.step.${slice}`), value: median, behind: ninth },
            text: median === null ? shown(null, reader) : text,
          }
        })}
      />
      <WideTable
        label={t('figures.steps')}
        head={[
          t('figures.step'),
          ...['median', 'ninth'].map((each) => ({ content: t(`figures.${each}`), numeric: true })),
        ]}
        rows={numeric(
          steps.map((slice) => [
            t(`figures.step.${slice}`),
            shown(days(slice).median, reader),
            shown(days(slice).ninth, reader),
          ]),
        )}
      />
    </section>
  )
}

const stepOrder = [
  'whole',
  'received',
  'registered',
  'agency-asked',
  'agency-answered',
  'in-conciliation',
]
const order = (step: string): number => stepOrder.indexOf(step) + 1 || 99

const moneyMeasures = ['sought', 'awarded', 'money-received'] as const

function MoneyTable({ view }: Part) {
  const reader = useReader()
  const { t } = reader
  const own = national(view).filter(({ currency }) => currency !== null)
  const used = currencies.filter((currency) => own.some((figure) => figure.currency === currency))
  const sexes = ['all', 'female', 'male', 'other', 'not-noted'].filter((slice) =>
    own.some((figure) => figure.slice === slice),
  )
  const missing = moneyMeasures.filter(
    (measure) => !own.some((figure) => figure.measure === measure),
  )
  return (
    <section>
      <h2>{t('figures.money')}</h2>
      <p>{t('figures.money-about')}</p>
      {used.length > 0 ? (
        <WideTable
          label={t('figures.money')}
          head={[
            t('figures.sex'),
            ...moneyMeasures.map((measure) => ({
              content: t(`figures.measure.${measure}`),
              numeric: true,
            })),
          ]}
          rows={numeric(
            used.flatMap((currency) =>
              sexes
                .filter((slice) =>
                  own.some((each) => each.slice === slice && each.currency === currency),
                )
                .map((slice) => [
                  `${t(`figures.sex.${slice}`)}, ${currency}`,
                  ...moneyMeasures.map((measure) =>
                    money(one(own, measure, { slice, currency }), { currency, reader }),
                  ),
                ]),
            ),
          )}
        />
      ) : null}
      {missing.map((measure) => (
        <p>{t('figures.no-data', { what: t(`figures.measure.${measure}`) })}</p>
      ))}
    </section>
  )
}

function Remedies({ view }: Part) {
  const reader = useReader()
  const { t } = reader
  const own = national(view)
  const kinds = slicesOf(own, 'remedies-agreed')
  const measures = ['remedies-agreed', 'remedies-confirmed'] as const
  return (
    <section>
      <h2>{t('figures.remedies')}</h2>
      {kinds.length === 0 ? (
        <p>{t('figures.no-data', { what: t('figures.remedies') })}</p>
      ) : (
        <WideTable
          label={t('figures.remedies')}
          head={[
            t('figures.kind'),
            ...measures.map((each) => ({ content: t(`figures.measure.${each}`), numeric: true })),
          ]}
          rows={numeric(
            kinds.map((slice) => [
              t(`figures.remedy.${slice}`),
              ...measures.map((measure) => shown(one(own, measure, { slice }), reader)),
            ]),
          )}
        />
      )}
    </section>
  )
}

function Scopes({ view, scope }: Part & { readonly scope: 'office' | 'agency' }) {
  const reader = useReader()
  const { t } = reader
  const all = scopeRows(view, scope)
  const rows = all.filter(({ figures }) => one(figures, 'received') !== null)
  const hidden = all.length - rows.length
  const title = t(`figures.by-${scope}`)
  return (
    <section>
      <h2>{title}</h2>
      {all.length === 0 ? <p>{t('figures.no-data', { what: title })}</p> : null}
      {rows.length > 0 ? (
        <WideTable
          label={title}
          class="by-scope"
          head={[
            t(`figures.${scope}`),
            ...['received', 'answered-in-time-percent', 'closed-without-confirmation'].map(
              (each) => ({
                ...{ content: t(`figures.measure.${each}`), numeric: true },
              }),
            ),
            { content: t('figures.whole-median'), numeric: true },
            { content: t('figures.whole-ninth'), numeric: true },
          ]}
          rows={numeric(
            rows.map(({ name, figures }) => [
              name ?? t('figures.no-agency'),
              shown(one(figures, 'received'), reader),
              percent(one(figures, 'answered-in-time-percent'), reader),
              shown(one(figures, 'closed-without-confirmation'), reader),
              shown(one(figures, 'step-median-days', { slice: 'whole' }), reader),
              shown(one(figures, 'step-ninth-decile-days', { slice: 'whole' }), reader),
            ]),
          )}
        />
      ) : null}
      {hidden > 0 ? <p>{t(`figures.hidden-${scope}`, { count: hidden })}</p> : null}
    </section>
  )
}

const numeric = (rows: readonly (readonly string[])[]) =>
  rows.map(([first = '', ...others]) => [
    first,
    ...others.map((content) => ({ content, numeric: true })),
  ])
