import { langs } from '../../../../kernel/reader.ts'
import { routes } from '../../../../routes.ts'
import {
  Button,
  Details,
  Form,
  hasErrors,
  SelectField,
  useReader,
  Worklist,
} from '../../../../ui/index.ts'
import { moneyPapers } from '../../actions/begin-paper.ts'
import { payWays } from '../../rules/pay-out.ts'
import { type CaseMoneyProps, stateOf } from './case-money-props.ts'
import { CellSelect } from './cells.tsx'
import { personText } from './payment-sheets.tsx'

/** Receipt, plan and the statement that is read to her: each begins a letter of the case. */
export function PapersSheet(props: CaseMoneyProps) {
  const { t, link } = useReader()
  const { found, persons, outcomes } = props.money
  const state = stateOf(props, 'paper')
  if (outcomes.length === 0 || !props.writes) return null
  return (
    <section class="case-part" id="papers">
      <h2>{t('payments.papers.title')}</h2>
      <Details summary={t('payments.papers.begin')} open={hasErrors(state)}>
        <Form
          action={link(routes.complaintMoneyStep.href({ id: found.id, step: 'paper' }))}
          state={state}
          submission={`${props.submission}-l`}
        >
          <SelectField
            name="paper"
            label={t('letters.field.template')}
            options={moneyPapers.map((value) => ({
              value,
              label: t(`letters.template.${value}`),
            }))}
          />
          <SelectField
            name="person"
            label={t('payments.column.person')}
            options={persons.map(({ id }) => ({ value: id, label: personText(props, id) }))}
          />
          <SelectField
            name="language"
            label={t('letters.field.language')}
            options={langs.map((value) => ({ value, label: t(`letters.language.${value}`) }))}
          />
          <Button kind="secondary">{t('letters.panel.begin')}</Button>
        </Form>
      </Details>
    </section>
  )
}

/** How each wants to get her money: those at the cash desk are offered for a day of paying out. */
export function WishesSheet(props: CaseMoneyProps) {
  const { t, link } = useReader()
  const { found, persons, wishes, dues } = props.money
  const state = stateOf(props, 'wishes')
  if (dues.length === 0) return null
  return (
    <section class="case-part" id="wishes">
      <h2>{t('payments.wishes.title')}</h2>
      <p>
        <a href={link(routes.payOutNew.href({ number: found.number }))}>
          {t('payments.wishes.pay-out')}
        </a>
      </p>
      <Details summary={t('payments.wishes.each')} open={hasErrors(state)}>
        <Form
          action={link(routes.complaintMoneyStep.href({ id: found.id, step: 'wishes' }))}
          state={state}
          submission={`${props.submission}-y`}
        >
          <Worklist
            caption={t('payments.wishes.title')}
            stacks
            columns={[{ label: t('payments.column.person') }, { label: t('payout.wish') }]}
            rows={persons.map(({ id, position }) => ({
              id,
              cells: [
                personText(props, id),
                <CellSelect
                  name={`wish-${id}`}
                  label={t('payments.wishes.of', { position })}
                  state={state}
                  value={wishes.get(id) ?? ''}
                  options={[
                    { value: '', label: t('payout.wish.unknown') },
                    ...payWays.map((value) => ({ value, label: t(`payments.channel.${value}`) })),
                  ]}
                />,
              ],
            }))}
          />
          <Button>{t('payments.wishes.save')}</Button>
        </Form>
      </Details>
    </section>
  )
}
