import { routes } from '../../../../routes.ts'
import {
  BackLink,
  Button,
  DateField,
  EmptyState,
  Form,
  FormErrors,
  type FormState,
  hasErrors,
  OfficerLayout,
  useReader,
  WideTable,
} from '../../../../ui/index.ts'
import type { CaseBars } from '../../actions/time-bars.ts'
import type { TimeBar } from '../../rules/calculator/time-bars.ts'
import { BarMark } from '../calculator/time-bar-list.tsx'

export type TimeBarsPageProps = {
  readonly rows: readonly CaseBars[]
  /** Only the cases of this person. */
  readonly mine: string | null
}

/** Everything that has to be filed elsewhere, what runs out first at the top: the tasks. */
export function TimeBarsPage({ rows, mine }: TimeBarsPageProps) {
  const { t, link } = useReader()
  const lines = rows
    .filter(({ facts }) => mine === null || facts.ownerId === mine)
    .flatMap(({ facts, bars }) => bars.filter(isTask).map((bar) => ({ facts, bar })))
    .sort(
      (a, b) => rank(a.bar) - rank(b.bar) || (a.bar.until ?? '').localeCompare(b.bar.until ?? ''),
    )
  const other = mine === null ? { whose: 'mine' } : {}
  return (
    <OfficerLayout title={t('timebars.page')}>
      <h1>{t('timebars.page')}</h1>
      <p>{t('timebars.about')}</p>
      <p>
        <a href={link(routes.timeBars.href(other))}>
          {t(mine === null ? 'timebars.mine' : 'timebars.all')}
        </a>
      </p>
      {lines.length === 0 ? (
        <EmptyState title={t('timebars.none')}>{t('timebars.none-about')}</EmptyState>
      ) : (
        <WideTable
          label={t('timebars.page')}
          head={[t('timebars.case'), t('timebars.where'), t('timebars.when')]}
          rows={lines
            .slice(0, mostLines)
            .map(({ facts, bar }) => [
              <a href={`${link(routes.complaint.href({ id: facts.id }))}#time-bars`}>
                {facts.number}
              </a>,
              t(`timebars.bar.${bar.id}`),
              <BarMark bar={bar} />,
            ])}
        />
      )}
    </OfficerLayout>
  )
}

/** As many as somebody can work through; the nearest stand first. */
const mostLines = 500

const isTask = ({ state, until }: TimeBar): boolean =>
  until !== null && (state === 'soon' || state === 'running' || state === 'over')

/** What is too late stands below what can still be filed. */
const rank = ({ state }: TimeBar): number => (state === 'over' ? 1 : 0)

export type FilingPageProps = {
  readonly id: string
  readonly bar: string
  readonly state: FormState
  readonly submission: string
}

/** The form again, with what is wrong. */
export function FilingPage({ id, bar, state, submission }: FilingPageProps) {
  const { t, link } = useReader()
  const back = link(routes.complaint.href({ id }))
  return (
    <OfficerLayout
      title={t('timebars.record')}
      hasErrors={hasErrors(state)}
      before={<BackLink href={back} />}
    >
      <FormErrors state={state} />
      <h1>{t('timebars.record')}</h1>
      <Form
        action={link(routes.complaintFiling.href({ id, bar }))}
        state={state}
        submission={submission}
      >
        <DateField name="filedOn" legend={t('timebars.filed-on')} legendSize="s" />
        <Button>{t('timebars.record')}</Button>
      </Form>
    </OfficerLayout>
  )
}
