import { routes } from '../../../../routes.ts'
import {
  Button,
  EmptyState,
  emptyForm,
  Form,
  type FormState,
  SelectField,
  StatusMark,
  type Tone,
  useReader,
  Worklist,
} from '../../../../ui/index.ts'
import type { ShownEntry } from '../../actions/read-pay-out.ts'
import { type EntryStatus, payOutMarks, restMarks } from '../../rules/pay-out.ts'
import { sumsByCurrency } from '../../rules/sums.ts'
import { CellSelect } from '../money/cells.tsx'
import type { PayOutPageProps } from './day-page.tsx'

const tones: Readonly<Record<EntryStatus, Tone>> = {
  listed: 'neutral',
  received: 'allowed',
  refused: 'attention',
  absent: 'attention',
  'taken-off': 'neutral',
}

/** Everybody of the day in one table: a word in each row, and one for all the others. */
export function EntriesSheet(props: PayOutPageProps) {
  const { payOut, hasCome, submission, form } = props
  const { t, link } = useReader()
  const state = form?.step === 'record' ? form.state : emptyForm
  const { day, entries } = payOut
  if (entries.length === 0) return <EmptyState title={t('payout.nobody-listed')} />
  const isOpen = entries.some(({ status }) => status === 'listed' || status === 'absent')
  return (
    <section class="case-part" id="people">
      <h2>{t('payout.people')}</h2>
      <p>{t(hasCome ? 'payout.people.about' : 'payout.people.before')}</p>
      <Form
        action={link(routes.payOutStep.href({ id: day.id, step: 'record' }))}
        state={state}
        submission={`${submission}-r`}
      >
        <Rows {...props} state={state} />
        {isOpen ? <Save rest={hasCome && entries.some(isListed)} /> : null}
      </Form>
    </section>
  )
}

const isListed = ({ status }: ShownEntry): boolean => status === 'listed'

function Save({ rest }: { readonly rest: boolean }) {
  const { t } = useReader()
  return (
    <>
      {rest ? (
        <SelectField
          name="rest"
          label={t('payout.rest')}
          hint={t('payout.rest-hint')}
          options={[
            { value: '', label: t('payout.mark.none') },
            ...restMarks.map((value) => ({ value, label: t(`payout.mark.${value}`) })),
          ]}
        />
      ) : null}
      <Button>{t('payout.save')}</Button>
    </>
  )
}

type RowsProps = PayOutPageProps & { readonly state: FormState }

function Rows(props: RowsProps) {
  const { t, link, money } = useReader()
  return (
    <Worklist
      caption={t('payout.people')}
      stacks
      columns={[
        { label: t('payout.sheet.position'), numeric: true },
        { label: t('payments.column.person') },
        { label: t('payments.column.reference') },
        { label: t('payments.column.sum'), numeric: true },
        { label: t('payments.column.state') },
        { label: t('payout.proof') },
        { label: t('payout.what-became') },
      ]}
      rows={props.payOut.entries.map((entry) => ({
        id: entry.id,
        cells: [
          String(entry.position),
          entry.name ?? '—',
          <a href={link(routes.complaintMoney.href({ id: entry.complaintId }))}>
            {entry.reference}
          </a>,
          sumsByCurrency(entry.lines)
            .map((sum) => money(sum))
            .join(' · '),
          <EntryMark entry={entry} />,
          <ProofOf entry={entry} />,
          <MarkCell {...props} entry={entry} />,
        ],
      }))}
    />
  )
}

type OfEntry = { readonly entry: ShownEntry }

function EntryMark({ entry: { status, receivedBy, isLessOwed } }: OfEntry) {
  const { t } = useReader()
  return (
    <>
      <StatusMark tone={tones[status]}>{t(`payout.status.${status}`)}</StatusMark>
      {isLessOwed ? <p>{t('payout.less-owed')}</p> : null}
      {receivedBy && receivedBy !== 'herself' ? ` · ${t(`payments.sayer.${receivedBy}`)}` : null}
    </>
  )
}

function ProofOf({ entry: { photoId } }: OfEntry) {
  const { t, link } = useReader()
  if (photoId === null) return '—'
  return <a href={link(routes.evidence.href({ id: photoId }))}>{t('payout.photo')}</a>
}

/** What may still be said of her; before the day only that she is taken off. */
function MarkCell({ entry, hasCome, state }: RowsProps & OfEntry) {
  const { t } = useReader()
  const { status, id, version, position } = entry
  if (status !== 'listed' && status !== 'absent') return null
  const marks = payOutMarks.filter((mark) =>
    status === 'absent'
      ? mark !== 'absent' && mark !== 'taken-off'
      : hasCome || mark === 'taken-off',
  )
  return (
    <>
      <input type="hidden" name={`version-${id}`} value={version} />
      <CellSelect
        name={`mark-${id}`}
        label={t('payout.mark-of', { position })}
        state={state}
        options={[
          { value: '', label: t('payout.mark.none') },
          ...marks.map((value) => ({ value, label: t(`payout.mark.${value}`) })),
        ]}
      />
    </>
  )
}
