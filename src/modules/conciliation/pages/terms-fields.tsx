import { currencies } from '../../../kernel/money.ts'
import { Table, useReader } from '../../../ui/index.ts'
import { answers, termModes } from '../../compensation/index.ts'
import type { ConciliationView } from '../actions/read-conciliation.ts'
import { Choose, fieldId, Line, Lines, OneOf, type Sheet } from './step-form.tsx'

type TermsProps = {
  readonly sheet: Sheet
  readonly persons: ConciliationView['persons']
  /** Also what each person said to it: of a settlement. */
  readonly withAnswers: boolean
}

/** Sums for one person, or for hundreds: the same for all, beside each, or pasted. */
export function TermsFields({ sheet, persons, withAnswers }: TermsProps) {
  const { t } = useReader()
  const one = persons.length === 1
  const modes = termModes.map((value) => ({ value, label: t(`conciliation.mode.${value}`) }))
  const sums = currencies.map((value) => ({ value, label: value }))
  return (
    <>
      {one ? (
        <input type="hidden" name="mode" value="same" />
      ) : (
        <OneOf sheet={sheet} name="mode" options={modes} first="same" />
      )}
      <Line sheet={sheet} name="sum" hint={one ? undefined : t('conciliation.hint.sum')} />
      <Choose sheet={sheet} name="currency" options={sums} first="USD" />
      <Line sheet={sheet} name="dueOn" type="date" />
      {one ? null : (
        <Lines sheet={sheet} name="pasted" hint={t('conciliation.hint.pasted')} rows={5} />
      )}
      {withAnswers && !one ? (
        <Choose
          sheet={sheet}
          name="others"
          options={answers.map((value) => ({ value, label: t(`conciliation.answer.${value}`) }))}
          hint={t('conciliation.hint.others')}
        />
      ) : null}
      {one && !withAnswers ? null : (
        <PersonTable sheet={sheet} persons={persons} withAnswers={withAnswers} />
      )}
    </>
  )
}

function PersonTable({ sheet, persons, withAnswers }: TermsProps) {
  const { t } = useReader()
  const { values } = sheet.state
  const chosen = [values.chosen ?? []].flat()
  const one = persons.length === 1
  const rows = persons.map(({ id, position, name }) => {
    const who = t('conciliation.person', { position, name: name ?? '–' })
    return [
      <label>
        <input type="checkbox" name="chosen" value={id} checked={chosen.includes(id)} /> {who}
      </label>,
      ...(one ? [] : [<Sum sheet={sheet} id={id} who={who} />]),
      ...(withAnswers ? [<Answer sheet={sheet} id={id} who={who} />] : []),
    ]
  })
  const head = [
    t('conciliation.column.person'),
    ...(one ? [] : [t('conciliation.column.sum')]),
    ...(withAnswers ? [t('conciliation.column.answer')] : []),
  ]
  return (
    <section class="wide-table" aria-label={t('conciliation.column.person')} tabindex={0}>
      {one ? null : <p class="small muted">{t('conciliation.hint.chosen')}</p>}
      <Table head={head} rows={rows} small />
    </section>
  )
}

type CellProps = { readonly sheet: Sheet; readonly id: string; readonly who: string }

/** Why this cell was refused, at the cell itself. */
function useFault({ sheet, who }: CellProps, field: string) {
  const { t } = useReader()
  const error = sheet.state.errors[field]
  if (!error) return { attributes: {}, shown: null }
  const id = `${fieldId(sheet.step, field)}-error`
  const shown = (
    <p class="govuk-error-message" id={id}>
      {t(error.key, { ...error.values, at: who })}
    </p>
  )
  return { attributes: { 'aria-invalid': 'true', 'aria-describedby': id } as const, shown }
}

function Sum(props: CellProps) {
  const { t } = useReader()
  const { sheet, id, who } = props
  const field = `sum-${id}`
  const { attributes, shown } = useFault(props, field)
  return (
    <>
      {shown}
      <input
        class={`govuk-input govuk-input--width-10${shown ? ' govuk-input--error' : ''}`}
        name={field}
        id={fieldId(sheet.step, field)}
        value={String(sheet.state.values[field] ?? '')}
        inputmode="decimal"
        autocomplete="off"
        aria-label={t('conciliation.sum-of', { who })}
        {...attributes}
      />
    </>
  )
}

function Answer(props: CellProps) {
  const { t } = useReader()
  const { sheet, id, who } = props
  const field = `answer-${id}`
  const chosen = sheet.state.values[field] ?? ''
  const { attributes, shown } = useFault(props, field)
  return (
    <>
      {shown}
      <select
        class={`govuk-select${shown ? ' govuk-select--error' : ''}`}
        name={field}
        id={fieldId(sheet.step, field)}
        aria-label={t('conciliation.answer-of', { who })}
        {...attributes}
      >
        <option value="">{t('conciliation.field.choose')}</option>
        {answers.map((answer) => (
          <option value={answer} selected={answer === chosen}>
            {t(`conciliation.answer.${answer}`)}
          </option>
        ))}
      </select>
    </>
  )
}
