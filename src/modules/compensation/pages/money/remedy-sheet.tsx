import { routes } from '../../../../routes.ts'
import { Button, DateField, Form, useReader, Worklist } from '../../../../ui/index.ts'
import { type CaseMoneyProps, stateOf } from './case-money-props.ts'
import { CellSelect } from './cells.tsx'
import { partyText, RemedyMark } from './marks.tsx'
import { HeardFields, personText } from './payment-sheets.tsx'

export const remedyWords = ['reported', 'done', 'not-done'] as const

/** What is to be done instead of paid; it counts when she says that it was. */
export function RemediesSheet(props: CaseMoneyProps) {
  const reader = useReader()
  const { t, link, day } = reader
  const { found, remedies, book } = props.money
  const state = stateOf(props, 'remedies')
  if (remedies.length === 0) return null
  const isOpen = (status: string) => status === 'due' || status === 'reported'
  return (
    <section class="case-part" id="remedies">
      <h2>{t('payments.remedies.title')}</h2>
      <Form
        action={link(routes.complaintMoneyStep.href({ id: found.id, step: 'remedies' }))}
        state={state}
        submission={`${props.submission}-r`}
      >
        <Worklist
          caption={t('payments.remedies.title')}
          stacks
          columns={[
            { label: t('payments.column.person') },
            { label: t('payments.column.remedy') },
            { label: t('payments.column.debtor') },
            { label: t('payments.column.due-on') },
            { label: t('payments.column.state') },
            { label: t('payments.column.word') },
          ]}
          rows={remedies.map((remedy) => ({
            id: remedy.id,
            cells: [
              personText(props, remedy.personId),
              <>
                {t(`payments.remedy-kind.${remedy.kind}`)}
                {remedy.words ? ` · ${remedy.words}` : ''}
              </>,
              partyText(reader, book, remedy.debtor),
              <span class="nowrap">{day(remedy.dueOn)}</span>,
              <RemedyMark status={remedy.status} dueOn={remedy.dueOn} today={props.today} />,
              isOpen(remedy.status) ? (
                <>
                  <input type="hidden" name={`version-${remedy.id}`} value={remedy.version} />
                  <CellSelect
                    name={`remedy-${remedy.id}`}
                    label={t(`payments.remedy-kind.${remedy.kind}`)}
                    state={state}
                    options={[
                      { value: '', label: t('payments.word.waits') },
                      ...remedyWords.map((value) => ({
                        value,
                        label: t(`payments.remedy-word.${value}`),
                      })),
                    ]}
                  />
                </>
              ) : (
                ''
              ),
            ],
          }))}
        />
        {remedies.some(({ status }) => isOpen(status)) ? (
          <>
            <DateField name="doneOn" legend={t('payments.field.done-on')} legendSize="s" />
            <HeardFields />
            <Button>{t('payments.remedies.save')}</Button>
          </>
        ) : null}
      </Form>
    </section>
  )
}

/** What is paid again and again until something is done: here it ends. */
export function Plans(props: CaseMoneyProps) {
  const { t, link, day, money } = useReader()
  const { found, terms } = props.money
  const running = terms.filter(({ nextOn }) => nextOn !== null)
  if (running.length === 0) return null
  return (
    <section class="case-part" id="plans">
      <h2>{t('payments.plans.title')}</h2>
      {running.map((term) => (
        <Form
          action={link(routes.complaintMoneyStep.href({ id: found.id, step: 'end-plan' }))}
          state={stateOf(props, 'end-plan')}
          submission={`${props.submission}-${term.id}`}
        >
          <input type="hidden" name="term" value={term.id} />
          <p>
            {t('payments.plans.line', {
              person: personText(props, term.personId),
              sum: money({ minor: term.minor, currency: term.currency }),
              next: term.nextOn ? day(term.nextOn) : '',
              until: term.until ?? '',
            })}
          </p>
          <Button kind="secondary">{t('payments.plans.end')}</Button>
        </Form>
      ))}
    </section>
  )
}
