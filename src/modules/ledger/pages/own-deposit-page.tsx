import type { Day } from '../../../kernel/days.ts'
import { routes } from '../../../routes.ts'
import {
  Button,
  type Content,
  DateField,
  EmptyState,
  Form,
  FormErrors,
  type FormState,
  hasErrors,
  KeyValue,
  OfficerLayout,
  TextField,
  useReader,
} from '../../../ui/index.ts'
import { RuleLine } from '../../law/index.ts'
import type { DepositFile } from '../actions/read-deposit.ts'
import type { Instruments } from '../actions/read-instruments.ts'
import type { Alarm } from '../rules/alarm.ts'
import { Alarms, Block } from './cover-section.tsx'
import { DepositEntries } from './deposit-entries.tsx'
import { openDemand } from './deposit-form-parts.tsx'
import { InstrumentsSection } from './instruments-section.tsx'
import { currencyIn, DemandMark, DepositMark, Held } from './marks.tsx'

export type OwnDepositPageProps = {
  readonly file: DepositFile
  readonly instruments: Instruments
  readonly alarms: readonly Alarm[]
  readonly today: Day
  readonly state: FormState
  readonly isDeclared: boolean
  readonly submission: string
}

/** What the ministry holds for this agency, for its own people: every entry, and what is demanded. */
export function OwnDepositPage(props: OwnDepositPageProps) {
  const { t } = useReader()
  const { file, instruments, alarms, state, isDeclared } = props
  const { currency, entries } = file
  return (
    <OfficerLayout title={t('ledger.own.title')} hasErrors={hasErrors(state)}>
      {isDeclared ? (
        <p class="notice" role="status">
          {t('ledger.done.declared')}
        </p>
      ) : null}
      <FormErrors state={state} />
      <div class="page-head">
        <h1>{t('ledger.own.title')}</h1>
        <div class="page-head__marks">
          <DepositMark state={file.state} />
        </div>
      </div>
      <Alarms alarms={alarms} />
      <Facts {...props} />
      <InstrumentsSection instruments={instruments} currencyOf={currencyIn(file)} linked={false} />
      <WorkersAbroad {...props} />
      <section class="case-part">
        <h2>{t('ledger.entries.title')}</h2>
        {currency === null ? (
          <EmptyState title={t('ledger.entries.none')} icon="landmark" />
        ) : (
          <DepositEntries {...{ entries, currency, instruments }} people={null} />
        )}
      </section>
    </OfficerLayout>
  )
}

function Facts({ file, instruments, today }: OwnDepositPageProps) {
  const { t, day, money } = useReader()
  const { holdings, rule, missing, since } = file
  const fact = (key: string, value: Content) => ({ key: t(`ledger.fact.${key}`), value })
  const open = openDemand(file)
  return (
    <KeyValue
      facts={[
        fact('held', <Held holdings={holdings} />),
        fact('required', <RuleLine rule={rule} />),
        ...(missing ? [fact('missing', money(missing))] : []),
        ...(since ? [fact('short-since', day(since))] : []),
        ...(open ? [fact('top-up', <DemandMark demand={open} today={today} />)] : []),
        ...(open ? [fact('top-up-why', open.reason)] : []),
        fact('overdue', t('ledger.overdue.count', { count: file.overdue.length })),
        { key: t('ledger.cover.job-orders'), value: <Block block={instruments.block} /> },
      ]}
    />
  )
}

/** How many of its workers are abroad: what the agency says, as of which day. */
function WorkersAbroad({ instruments, state, submission }: OwnDepositPageProps) {
  const { t, day, link, number } = useReader()
  const { declarations } = instruments
  return (
    <section class="case-part">
      <h2>{t('ledger.workers.title')}</h2>
      <p>{t('ledger.workers.hint')}</p>
      {declarations.length === 0 ? <p class="muted">{t('ledger.cover.not-declared')}</p> : null}
      <ul>
        {declarations.map(({ workers, onDay }) => (
          <li>{t('ledger.cover.declared', { workers: number(workers), day: day(onDay) })}</li>
        ))}
      </ul>
      <Form action={link(routes.ownWorkersAbroad.href())} state={state} submission={submission}>
        <TextField
          name="workers"
          label={t('ledger.field.workers')}
          width={10}
          attributes={{ inputmode: 'numeric', maxlength: 9 }}
        />
        <DateField name="onDay" legend={t('ledger.field.workers-day')} />
        <Button kind="secondary">{t('ledger.workers.declare')}</Button>
      </Form>
    </section>
  )
}
