import { routes } from '../../../../routes.ts'
import {
  BackLink,
  Button,
  DateField,
  EmptyState,
  FilterBar,
  Form,
  FormErrors,
  type FormState,
  hasErrors,
  Input,
  OfficerLayout,
  Select,
  TextField,
  useReader,
  Worklist,
} from '../../../../ui/index.ts'
import type { ChoosableDue } from '../../actions/choose-dues.ts'
import type { PayOutDay } from '../../store/pay-outs.ts'
import { dueCells, dueColumns, dueTone } from '../money/due-cells.tsx'
import type { Chosen } from './choose-query.ts'

export type ChoosePageProps = {
  readonly dues: readonly ChoosableDue[]
  readonly asked: Chosen
  /** The day that they are added to; null where a new one is set. */
  readonly day: PayOutDay | null
  readonly today: Parameters<typeof dueTone>[1]
  readonly state: FormState
  readonly submission: string
}

/** Who is to be paid on a day: the day itself, the place, and the sums that are owed. */
export function ChoosePage(props: ChoosePageProps) {
  const { day, dues, asked, state, submission } = props
  const { t, link } = useReader()
  const title = day ? t('payout.add-to', { number: day.number }) : t('payout.new')
  const back = day ? routes.payOut.href({ id: day.id }) : routes.payOuts.href()
  return (
    <OfficerLayout
      title={title}
      hasErrors={hasErrors(state)}
      before={<BackLink href={link(back)} />}
    >
      <FormErrors state={state} />
      <h1>{title}</h1>
      <Filters {...props} />
      <Form action={link(routes.payOutNew.href())} state={state} submission={submission}>
        {day ? <input type="hidden" name="addTo" value={day.id} /> : <DayFields />}
        {(['show', 'number', 'from'] as const).map((name) => (
          <input type="hidden" name={name} value={asked[name]} />
        ))}
        <h2 id="due">{t('payout.choose')}</h2>
        {dues.length === 0 ? (
          <EmptyState title={t('payout.nobody')} icon="banknote">
            {t('payout.nobody-hint')}
          </EmptyState>
        ) : (
          <Dues {...props} />
        )}
        <Button>{t(day ? 'payout.add' : 'payout.set')}</Button>
      </Form>
    </OfficerLayout>
  )
}

function DayFields() {
  const { t } = useReader()
  return (
    <>
      <DateField name="heldOn" legend={t('payout.fact.held-on')} legendSize="s" />
      <TextField
        name="place"
        label={t('payout.fact.place')}
        hint={t('payout.place-hint')}
        attributes={{ maxlength: 200 }}
      />
    </>
  )
}

function Filters({ asked, day }: ChoosePageProps) {
  const { t, link } = useReader()
  const { show, number, from } = asked
  const hidden = { ...(day ? { day: day.id } : {}), ...(from ? { from } : {}) }
  return (
    <FilterBar action={link(routes.payOutNew.href())} hidden={hidden}>
      <Select
        name="show"
        label={t('payout.show')}
        options={(['cash', 'all'] as const).map((value) => ({
          value,
          label: t(`payout.show.${value}`),
        }))}
        value={show}
      />
      <Input name="number" label={t('payout.case-number')} value={number} width={20} />
    </FilterBar>
  )
}

function Dues({ dues, today, asked, state }: ChoosePageProps) {
  const reader = useReader()
  const { t } = reader
  const typed = state.values.due
  const chosen = typed === undefined ? null : new Set([typed].flat())
  return (
    <Worklist
      caption={t('payout.choose')}
      stacks
      selectName="due"
      columns={[
        { label: t('payments.column.reference') },
        { label: t('payments.column.person') },
        { label: t('payout.wish') },
        ...dueColumns(reader),
      ]}
      rows={dues.map(({ due, name, wish }) => ({
        id: due.id,
        name: due.reference,
        chosen: chosen ? chosen.has(due.id) : asked.from !== '',
        tone: dueTone(due, today),
        cells: [
          due.reference,
          name ?? '—',
          t(wish ? `payments.channel.${wish}` : 'payout.wish.unknown'),
          ...dueCells(reader, due, today),
        ],
      }))}
    />
  )
}
