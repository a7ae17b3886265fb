import { randomUUID } from 'node:crypto'
import { hasRole } from '../../../../kernel/actor.ts'
import { routes } from '../../../../routes.ts'
import { Button, DateField, Details, emptyForm, Form, useReader } from '../../../../ui/index.ts'
import type { CasePanel } from '../../../complaints/index.ts'
import { caseTimeBars } from '../../actions/time-bars.ts'
import type { TimeBar } from '../../rules/calculator/time-bars.ts'
import { TimeBarLine, TimeBarList } from '../calculator/time-bar-list.tsx'

/** On the officer's page: by when what is to be filed where, and the way to record that it was. */
export const timeBarPanel: CasePanel = {
  name: 'time-bars',
  draw: async (tx, { actor, complaintId, today }) => {
    const bars = await caseTimeBars(tx, complaintId, today)
    if (!bars) return null
    const may = hasRole(actor, 'complaints-officer', 'complaints-head', 'caseworker')
    return <OfficerBars complaintId={complaintId} bars={bars} may={may} />
  },
}

/** On her own page: what runs out, without the ways of the office. */
export const ownTimeBarPanel: CasePanel = {
  name: 'own-time-bars',
  draw: async (tx, { complaintId, today }) => {
    const bars = await caseTimeBars(tx, complaintId, today)
    const begun = bars?.filter(({ until }) => until !== null) ?? []
    return begun.length > 0 ? <TimeBarList bars={begun} /> : null
  },
}

type Props = {
  readonly complaintId: string
  readonly bars: readonly TimeBar[]
  readonly may: boolean
}

function OfficerBars({ complaintId, bars, may }: Props) {
  const { t, link } = useReader()
  return (
    <section class="panel" id="time-bars">
      <h2>{t('timebars.title')}</h2>
      <ul class="bars">
        {bars.map((bar) => (
          <li>
            <TimeBarLine bar={bar} />
            {may && bar.state !== 'filed' && bar.state !== 'not-started' ? (
              <Details summary={t('timebars.record')}>
                <Form
                  action={link(routes.complaintFiling.href({ id: complaintId, bar: bar.id }))}
                  state={emptyForm}
                  submission={randomUUID()}
                >
                  <DateField name="filedOn" legend={t('timebars.filed-on')} legendSize="s" />
                  <Button kind="secondary">{t('timebars.record')}</Button>
                </Form>
              </Details>
            ) : null}
          </li>
        ))}
      </ul>
      {may ? (
        <p>
          <a href={link(routes.complaintCalculation.href({ id: complaintId }))}>
            {t('calculator.officer.open')}
          </a>
        </p>
      ) : null}
    </section>
  )
}
