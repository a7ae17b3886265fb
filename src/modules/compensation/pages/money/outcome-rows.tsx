import {
  Details,
  type FormState,
  InsetText,
  RadiosField,
  TextareaField,
  TextField,
  useReader,
  Worklist,
} from '../../../../ui/index.ts'
import type { OutcomeGround } from '../../actions/read-for-outcome.ts'
import { answers, remedyKinds } from '../../rules/outcome.ts'
import { CellInput, CellSelect } from './cells.tsx'
import { mostRows } from './outcome-form.ts'
import { seenOf, type ToRead } from './outcome-words.ts'

type RowsProps = { readonly ground: OutcomeGround; readonly state: FormState }

/** Who gets what: a row a person, or a sheet where there are many or where sums come from one. */
export function OutcomeRows(props: RowsProps) {
  const { t } = useReader()
  const many = props.ground.persons.length > mostRows
  return (
    <div id="persons">
      <h2>{t('payments.persons.title')}</h2>
      <SheetFaults {...props} />
      {many ? <input type="hidden" name="entry" value="sheet" /> : <ByRow {...props} />}
      <SheetPart many={many} />
      <TextField
        name="total"
        label={t('outcomes.total')}
        hint={t('outcomes.total-hint')}
        width={10}
      />
    </div>
  )
}

function ByRow(props: RowsProps) {
  const { t } = useReader()
  const choices = (['rows', 'sheet'] as const).map((value) => ({
    ...{ value, label: t(`outcomes.entry.${value}`) },
  }))
  return (
    <>
      <RadiosField name="entry" legend={t('outcomes.entry')} choices={choices} />
      <Rows {...props} />
      <TextareaField
        name="extra"
        label={t('outcomes.extra')}
        hint={t('outcomes.extra-hint')}
        rows={3}
      />
    </>
  )
}

function SheetPart({ many }: { readonly many: boolean }) {
  const { t } = useReader()
  const field = (
    <TextareaField
      name="sheet"
      label={t('outcomes.sheet')}
      hint={t('outcomes.sheet-hint')}
      rows={many ? 24 : 8}
      attributes={{ autocomplete: 'off', spellcheck: 'false', wrap: 'off' }}
    />
  )
  return many ? field : <Details summary={t('outcomes.sheet-open')}>{field}</Details>
}

/** What is wrong in a sheet, by line: the summary above leads here. */
function SheetFaults({ state }: RowsProps) {
  const { t } = useReader()
  const found = Object.entries(state.errors).filter(([name]) => /^(line-|more$)/.test(name))
  if (found.length === 0) return null
  return (
    <ul class="govuk-list">
      {found.map(([name, { key, values }]) => (
        <li class="govuk-error-message" id={name} tabindex={-1}>
          {t(key, values)}
        </li>
      ))}
    </ul>
  )
}

function Rows({ ground, state }: RowsProps) {
  const { t } = useReader()
  const none = { value: '', label: t('payments.answer.none') }
  const said = answers.map((value) => ({ value, label: t(`payments.answer.${value}`) }))
  const nothing = { value: '', label: t('payments.remedy-kind.none') }
  const kinds = remedyKinds.map((value) => ({ value, label: t(`payments.remedy-kind.${value}`) }))
  return (
    <Worklist
      caption={t('payments.persons.title')}
      stacks
      columns={['person', 'answer', 'sum', 'remedy', 'more'].map((column) => ({
        label: t(column === 'more' ? 'outcomes.column.more' : `payments.column.${column}`),
      }))}
      rows={ground.persons.map(({ id, position }) => ({
        id,
        cells: [
          `${position}. ${ground.names.get(id) ?? ''}`,
          <CellSelect
            name={`answer-${id}`}
            label={t('payments.answers.of', { position })}
            state={state}
            options={[none, ...said]}
          />,
          <CellInput
            name={`sum-${id}`}
            label={t('payments.persons.sum-of', { position })}
            state={state}
          />,
          <CellSelect
            name={`remedy-${id}`}
            label={t('payments.persons.remedy-of', { position })}
            state={state}
            options={[nothing, ...kinds]}
          />,
          <More id={id} state={state} />,
        ],
      }))}
    />
  )
}

const rest = ['day', 'heirs', 'collector'] as const

/** What only some have: another day, heirs who share, somebody who fetches it. */
function More({ id, state }: { readonly id: string; readonly state: FormState }) {
  const { t } = useReader()
  const used = rest.some(
    (column) => state.values[`${column}-${id}`] || state.errors[`${column}-${id}`],
  )
  return (
    <details open={used}>
      <summary>{t('outcomes.column.more')}</summary>
      {rest.map((column) => (
        <TextField
          name={`${column}-${id}`}
          label={t(`outcomes.column.${column}`)}
          hint={column === 'collector' ? undefined : t(`outcomes.hint.${column}`)}
          width={column === 'collector' ? 20 : 10}
        />
      ))}
    </details>
  )
}

/** What it comes to, read once more before it is recorded. */
export function SummedUp({ toRead: { summed, rows } }: { readonly toRead: ToRead }) {
  const { t, money, day } = useReader()
  const { totals, dues, firstOn, lastOn, answers: said, remedies } = summed
  return (
    <InsetText>
      <h2 id="summed" tabindex={-1} autofocus>
        {t('outcomes.read-again')}
      </h2>
      <p>
        {t('payments.outcome.counts', {
          ...{ accepted: said.accepted, refused: said.refused, missing: said['not-reached'] },
        })}
      </p>
      <ul>
        {totals.map((total) => (
          <li>{t('outcomes.sum', { sum: money(total) })}</li>
        ))}
        {dues > 0 ? <li>{t('outcomes.dues', { count: dues })}</li> : null}
        {firstOn && lastOn ? (
          <li>{t('outcomes.days', { first: day(firstOn), last: day(lastOn) })}</li>
        ) : null}
        {remedies > 0 ? <li>{t('outcomes.remedies', { count: remedies })}</li> : null}
      </ul>
      {rows.length > mostRows ? null : (
        <ul>
          {rows.map(({ who, answer, sums }) => (
            <li>{[who, t(`payments.answer.${answer}`), ...sums.map(money)].join(' · ')}</li>
          ))}
        </ul>
      )}
      <p>{t('outcomes.press-again')}</p>
      <input type="hidden" name="seen" value={seenOf(summed)} />
    </InsetText>
  )
}
