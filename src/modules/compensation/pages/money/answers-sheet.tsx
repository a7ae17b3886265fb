import { routes } from '../../../../routes.ts'
import {
  Button,
  DateField,
  Details,
  Form,
  SelectField,
  useReader,
  Worklist,
} from '../../../../ui/index.ts'
import type { ShownOutcome } from '../../actions/read-case-money.ts'
import { answers, answerWays } from '../../rules/outcome.ts'
import { type CaseMoneyProps, stateOf } from './case-money-props.ts'
import { CellSelect } from './cells.tsx'

type Props = { readonly outcome: ShownOutcome; readonly of: CaseMoneyProps }

/** What each said; a later answer is entered in her row and touches no other. */
export function Answers({ outcome, of }: Props) {
  const { t, link, day } = useReader()
  const { persons, names, found } = of.money
  const state = stateOf(of, 'answers')
  const rowOf = new Map(outcome.answers.map((row) => [row.personId, row]))
  const rows = persons.flatMap((person) => {
    const row = rowOf.get(person.id)
    return row ? [{ person, row }] : []
  })
  return (
    <Details summary={t('payments.answers.title')}>
      <Form
        action={link(routes.complaintMoneyStep.href({ id: found.id, step: 'answers' }))}
        state={state}
        submission={`${of.submission}-a${outcome.position}`}
      >
        <input type="hidden" name="outcome" value={outcome.id} />
        <Worklist
          caption={t('payments.answers.title')}
          stacks
          columns={[
            { label: t('payments.column.person') },
            { label: t('payments.column.answer') },
            { label: t('payments.column.new-answer') },
          ]}
          rows={rows.map(({ person, row }) => ({
            id: person.id,
            cells: [
              `${person.position}. ${names.get(person.id) ?? ''}`,
              <>
                {t(`payments.answer.${row.answer}`)}
                {row.answeredOn ? ` · ${day(row.answeredOn)}` : ''}
              </>,
              <>
                <input type="hidden" name={`version-${person.id}`} value={row.version} />
                <CellSelect
                  name={`answer-${person.id}`}
                  label={t('payments.answers.of', { position: person.position })}
                  state={state}
                  options={[
                    { value: '', label: t('payments.answers.as-it-is') },
                    ...answers.map((value) => ({ value, label: t(`payments.answer.${value}`) })),
                  ]}
                />
              </>,
            ],
          }))}
        />
        <SelectField
          name="how"
          label={t('payments.field.answer-how')}
          options={[
            { value: '', label: '—' },
            ...answerWays.map((value) => ({ value, label: t(`payments.answer-way.${value}`) })),
          ]}
        />
        <DateField name="on" legend={t('payments.field.answered-on')} legendSize="s" />
        <DateField
          name="dueOn"
          legend={t('payments.field.new-due-on')}
          legendSize="s"
          hint={t('payments.field.new-due-on-hint')}
        />
        <Button>{t('payments.answers.save')}</Button>
      </Form>
    </Details>
  )
}
