import { routes } from '../../../routes.ts'
import {
  Breadcrumbs,
  Button,
  DateField,
  EmptyState,
  ErrorMessage,
  Form,
  FormErrors,
  type FormState,
  InsetText,
  KeyValue,
  OfficerLayout,
  TextareaField,
  TextField,
  useReader,
  Worklist,
} from '../../../ui/index.ts'
import { RuleLine } from '../../law/index.ts'
import type { DrawChoice } from '../actions/read-draw.ts'
import { AgencyName } from './marks.tsx'

export type DrawNewPageProps = {
  readonly choice: DrawChoice
  readonly state: FormState
  readonly submission: string
}

/** Which overdue dues are to be paid out of the deposit, and on what that rests. */
export function DrawNewPage({ choice, state, submission }: DrawNewPageProps) {
  const { t, link } = useReader()
  const { agencyId: id, holding, dues, inAnotherDraw } = choice
  const crumbs = [
    { text: t('ledger.deposits.title'), href: link(routes.deposits.href()) },
    {
      text: <AgencyName names={choice.names} />,
      href: link(routes.deposit.href({ id })),
    },
    { text: t('ledger.draw.propose') },
  ]
  return (
    <OfficerLayout
      title={t('ledger.draw.propose')}
      hasErrors={Object.keys(state.errors).length > 0}
      before={<Breadcrumbs crumbs={crumbs} />}
    >
      <FormErrors state={state} />
      <h1>{t('ledger.draw.propose')}</h1>
      <Sums choice={choice} />
      {inAnotherDraw > 0 ? <p>{t('ledger.draw.left-out.draw', { count: inAnotherDraw })}</p> : null}
      {holding === null || dues.length === 0 ? (
        <EmptyState title={t(holding ? 'ledger.draw.nothing-due' : 'ledger.draw.nothing-held')} />
      ) : (
        <Form action={link(routes.drawNew.href({ id }))} state={state} submission={submission}>
          <input type="hidden" name="from" value={holding.currency} />
          <Dues choice={choice} state={state} />
          <Rates choice={choice} base={holding.currency} />
          <Authority choice={choice} />
          <TextareaField
            name="basis"
            label={t('ledger.field.basis')}
            hint={t('ledger.field.basis-hint')}
            rows={3}
          />
          <Button>{t('ledger.draw.propose-do')}</Button>
        </Form>
      )}
    </OfficerLayout>
  )
}

function Sums({ choice: { holding, dues, names } }: Pick<DrawNewPageProps, 'choice'>) {
  const { t, money } = useReader()
  if (holding === null) return null
  const { held, currency } = holding
  const own = dues.filter((due) => due.money.currency === currency)
  const owed = own.reduce((sum, due) => sum + due.owed, 0n)
  return (
    <KeyValue
      facts={[
        { key: t('ledger.column.agency'), value: <AgencyName names={names} /> },
        { key: t('ledger.fact.held'), value: money({ minor: held, currency }) },
        { key: t('ledger.fact.overdue-sum'), value: money({ minor: owed, currency }) },
        ...(owed > held
          ? [{ key: t('ledger.fact.not-covered'), value: t('ledger.draw.will-share') }]
          : []),
      ]}
    />
  )
}

function Authority({ choice: { authority } }: Pick<DrawNewPageProps, 'choice'>) {
  const { t } = useReader()
  return (
    <InsetText>
      {t('ledger.draw.authority')} <RuleLine rule={authority} />
      {authority?.standing === 'verified' ? null : <> {t('ledger.draw.only-proposal')}</>}
    </InsetText>
  )
}

/** What one of the deposit's currency is of each other: whoever proposes says where it stands. */
function Rates({
  choice: { others },
  base,
}: {
  readonly choice: DrawChoice
  readonly base: string
}) {
  const { t, day } = useReader()
  if (others.length === 0) return null
  return (
    <>
      <InsetText>{t('ledger.draw.rates-hint', { base })}</InsetText>
      {others.map(({ currency, rate }) => (
        <TextField
          name={`rate-${currency}`}
          label={t('ledger.field.rate', { base, currency })}
          hint={
            rate
              ? t('ledger.field.rate-known', {
                  ...{ rate: rate.rate, day: day(rate.onDay), source: rate.source },
                })
              : undefined
          }
          width={10}
          attributes={{ inputmode: 'decimal', maxlength: 14 }}
        />
      ))}
      <DateField name="ratesOn" legend={t('ledger.field.rate-day')} />
      <TextField
        name="ratesSource"
        label={t('ledger.field.rate-source')}
        hint={t('ledger.field.rate-source-hint')}
        attributes={{ maxlength: 300 }}
      />
    </>
  )
}

function Dues({ choice, state }: Pick<DrawNewPageProps, 'choice' | 'state'>) {
  const { t, day, money } = useReader()
  // All of them, until somebody has chosen.
  const isFresh = Object.keys(state.values).length === 0
  const chosen = isFresh ? null : new Set([state.values.due ?? []].flat())
  const error = state.errors.due
  return (
    <div id="due" tabindex={-1}>
      {error ? <ErrorMessage>{t(error.key, error.values)}</ErrorMessage> : null}
      <Worklist
        caption={t('ledger.draw.dues')}
        columns={[
          { label: t('ledger.dues.column.reference') },
          { label: t('ledger.dues.column.due-on') },
          { label: t('ledger.dues.column.sum'), numeric: true },
          { label: t('ledger.dues.column.owed'), numeric: true },
        ]}
        rows={choice.dues.map((due) => ({
          id: due.id,
          name: due.reference,
          chosen: chosen === null || chosen.has(due.id),
          cells: [
            due.reference,
            day(due.dueOn),
            money(due.money),
            money({ minor: due.owed, currency: due.money.currency }),
          ],
        }))}
        selectName="due"
      />
    </div>
  )
}
