import type { Actor } from '../../../kernel/actor.ts'
import type { Day } from '../../../kernel/days.ts'
import { routes } from '../../../routes.ts'
import {
  ActionList,
  Breadcrumbs,
  type Content,
  EmptyState,
  KeyValue,
  OfficerLayout,
  Pagination,
  useReader,
} from '../../../ui/index.ts'
import type { SigningState } from '../../accounts/index.ts'
import { RuleLine } from '../../law/index.ts'
import type { WithHeading } from '../../letters/index.ts'
import type { DepositFile } from '../actions/read-deposit.ts'
import type { Instruments, Oversight } from '../actions/read-instruments.ts'
import { Papers } from './begin-paper.tsx'
import { CoverSection } from './cover-section.tsx'
import { DepositEntries } from './deposit-entries.tsx'
import {
  type ChosenStep,
  type DepositStep,
  DepositStepForm,
  openDemand,
} from './deposit-form-parts.tsx'
import { InstrumentsSection } from './instruments-section.tsx'
import {
  AgencyName,
  currencyIn,
  DemandMark,
  DepositMark,
  DrawMark,
  Held,
  PersonName,
} from './marks.tsx'
import { DecisionForm, type DecisionProps, WaitingSection } from './waiting-section.tsx'

export type DepositPageProps = {
  readonly file: DepositFile
  readonly instruments: Instruments
  readonly oversight: Oversight
  readonly actor: Actor
  readonly signing: SigningState
  readonly today: Day
  /** What this person may do here now. */
  readonly steps: readonly DepositStep[]
  readonly mayPropose: boolean
  readonly chosen: ChosenStep | null
  /** About what waits for signatures. */
  readonly decision: DecisionProps['decision'] | null
  /** About the newest demand; null for whoever writes no letters. */
  readonly letters: readonly WithHeading[] | null
  readonly done: string | null
  readonly submission: string
}

/** The deposit of one agency: what is held and required, what is demanded, and every entry. */
export function DepositPage(props: DepositPageProps) {
  const { t, link } = useReader()
  const { file, instruments, oversight, chosen, decision, done } = props
  const shown = chosen ?? decision
  const crumbs = [
    { text: t('ledger.deposits.title'), href: link(routes.deposits.href()) },
    { text: <AgencyName names={file.names} /> },
  ]
  return (
    <OfficerLayout
      title={t('ledger.deposit.title')}
      hasErrors={shown !== null && Object.keys(shown.state.errors).length > 0}
      before={<Breadcrumbs crumbs={crumbs} />}
    >
      {done ? (
        <p class="notice" role="status">
          {t(`ledger.done.${done}`)}
        </p>
      ) : null}
      <div class="page-head">
        <h1>
          <AgencyName names={file.names} />: {t('ledger.deposit.title')}
        </h1>
        <div class="page-head__marks">
          <DepositMark state={file.state} />
        </div>
      </div>
      {chosen ? <DepositStepForm {...props} chosen={chosen} /> : null}
      {decision ? <DecisionForm {...props} decision={decision} /> : null}
      <div class="case">
        <div class="case__facts">
          <Facts {...props} />
        </div>
        <div class="case__middle">
          <Draws {...props} />
        </div>
        <Steps {...props} />
      </div>
      <CoverSection oversight={oversight} block={instruments.block} />
      <WaitingSection {...props} />
      <InstrumentsSection instruments={instruments} currencyOf={currencyIn(file)} linked />
      <Entries {...{ file, instruments, oversight }} />
    </OfficerLayout>
  )
}

function Facts({ file, today }: DepositPageProps) {
  const { t, day, money } = useReader()
  const fact = (key: string, value: Content) => ({ key: t(`ledger.fact.${key}`), value })
  const open = openDemand(file)
  return (
    <KeyValue
      facts={[
        fact('held', <Held holdings={file.holdings} />),
        fact('required', <RuleLine rule={file.rule} />),
        ...(file.missing ? [fact('missing', money(file.missing))] : []),
        ...(file.since ? [fact('short-since', day(file.since))] : []),
        fact('top-up', open ? <DemandMark demand={open} today={today} /> : '–'),
        ...(open ? [fact('top-up-why', <WhyDemanded {...{ file, open }} />)] : []),
        fact('overdue', t('ledger.overdue.count', { count: file.overdue.length })),
      ]}
    />
  )
}

type Open = NonNullable<ReturnType<typeof openDemand>>

function WhyDemanded({ file, open }: { readonly file: DepositFile; readonly open: Open }) {
  return (
    <>
      {open.reason} (<PersonName id={open.madeBy} people={file.people} />)
    </>
  )
}

type EntriesProps = Pick<DepositPageProps, 'file' | 'instruments' | 'oversight'>

function Entries({ file, instruments, oversight }: EntriesProps) {
  const { t, link } = useReader()
  const { agencyId: id, currency, entries, next, holdings } = file
  return (
    <section class="case-part">
      <h2>{t('ledger.entries.title')}</h2>
      {holdings.length > 1 ? (
        <p>
          {holdings.map((each) => (
            <>
              <a href={link(routes.deposit.href({ id }, { currency: each.currency }))}>
                {each.currency}
              </a>{' '}
            </>
          ))}
        </p>
      ) : null}
      {currency === null ? (
        <EmptyState title={t('ledger.entries.none')} icon="landmark" />
      ) : (
        <DepositEntries
          {...{ entries, currency, instruments }}
          people={new Map([...file.people, ...oversight.people])}
        />
      )}
      <Pagination
        next={
          next
            ? {
                href: link(
                  routes.deposit.href({ id }, { currency: currency ?? '', before: String(next) }),
                ),
              }
            : undefined
        }
      />
    </section>
  )
}

function Draws(props: DepositPageProps) {
  const { t, link, money } = useReader()
  const { file, letters, submission } = props
  const open = openDemand(file)
  const { agencyId: id } = file
  return (
    <>
      <section class="case-part">
        <h2>{t('ledger.draws.title')}</h2>
        {file.draws.length === 0 ? <p class="muted">{t('ledger.draws.none-here')}</p> : null}
        <ul class="plain">
          {file.draws.map(({ id: draw, number, covered, currency, status }) => (
            <li>
              <a href={link(routes.draw.href({ id: draw }))}>{number}</a>{' '}
              {money({ minor: covered, currency })} <DrawMark status={status} />
            </li>
          ))}
        </ul>
      </section>
      {letters === null ? null : (
        <Papers
          letters={letters}
          beginHref={open && routes.depositDemandLetters.href({ id, demand: open.id })}
          submission={submission}
        />
      )}
    </>
  )
}

function Steps({ file, steps, mayPropose }: DepositPageProps) {
  const { t, link } = useReader()
  const { agencyId: id } = file
  const propose = {
    label: t('ledger.draw.propose'),
    icon: 'gavel' as const,
    kind: 'secondary' as const,
    href: link(routes.drawNew.href({ id })),
  }
  const actions = [
    ...steps.map((step) => ({
      label: t(`ledger.deposit.step.${step}`),
      kind: 'secondary' as const,
      href: link(routes.deposit.href({ id }, { do: step })),
    })),
    ...(mayPropose ? [propose] : []),
  ]
  return (
    <aside class="case__actions" aria-label={t('ledger.steps')}>
      {actions.length === 0 ? (
        <p class="muted">{t('ledger.no-steps')}</p>
      ) : (
        <ActionList title={t('ledger.steps')} actions={actions} />
      )}
    </aside>
  )
}
