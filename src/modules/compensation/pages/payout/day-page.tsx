import { langs } from '../../../../kernel/reader.ts'
import { routes } from '../../../../routes.ts'
import {
  Breadcrumbs,
  FormErrors,
  type FormState,
  hasErrors,
  Icon,
  KeyValue,
  LinkButton,
  NotificationBanner,
  OfficerLayout,
  useReader,
} from '../../../../ui/index.ts'
import type { PayOut } from '../../actions/read-pay-out.ts'
import { sumsByCurrency } from '../../rules/sums.ts'
import { EntriesSheet } from './entries-sheet.tsx'
import { ProofSheet } from './proof-sheet.tsx'

export const payOutSteps = ['record', 'proof', 'paper'] as const
export type PayOutStep = (typeof payOutSteps)[number]

export type PayOutPageProps = {
  readonly payOut: PayOut
  /** Whether its day has come: before it nobody can have got anything. */
  readonly hasCome: boolean
  /** Whether the reader may write letters. */
  readonly writes: boolean
  readonly submission: string
  readonly form: { readonly step: PayOutStep; readonly state: FormState } | null
  readonly done: string | null
}

/** One day: its list on paper, what became of each, and the proof. */
export function PayOutPage(props: PayOutPageProps) {
  const { payOut, form, done } = props
  const { t, link } = useReader()
  const title = t('payout.day.title', { number: payOut.day.number })
  return (
    <OfficerLayout
      title={title}
      hasErrors={form !== null && hasErrors(form.state)}
      before={
        <Breadcrumbs
          crumbs={[
            { text: t('payout.title'), href: link(routes.payOuts.href()) },
            { text: payOut.day.number },
          ]}
        />
      }
    >
      {form ? <FormErrors state={form.state} /> : null}
      {done ? <NotificationBanner success>{t(`payout.done.${done}`)}</NotificationBanner> : null}
      <h1>{title}</h1>
      <Facts {...props} />
      <Ways {...props} />
      <EntriesSheet {...props} />
      <ProofSheet {...props} />
    </OfficerLayout>
  )
}

function Facts({ payOut: { day, entries } }: PayOutPageProps) {
  const { t, day: dayText, money } = useReader()
  const sums = (status: (one: string) => boolean) =>
    sumsByCurrency(entries.filter((one) => status(one.status)).flatMap(({ lines }) => lines))
      .map((sum) => money(sum))
      .join(' · ')
  const count = (status: string) => entries.filter((one) => one.status === status).length
  return (
    <KeyValue
      facts={[
        { key: t('payout.fact.held-on'), value: dayText(day.heldOn) },
        { key: t('payout.fact.place'), value: day.place },
        {
          key: t('payout.fact.sum'),
          value: sums((status) => status !== 'taken-off') || '—',
        },
        { key: t('payout.fact.paid-out'), value: sums((status) => status === 'received') || '—' },
        {
          key: t('payout.fact.people'),
          value: t('payout.counts', {
            listed: count('listed'),
            received: count('received'),
            refused: count('refused'),
            absent: count('absent'),
          }),
        },
      ]}
    />
  )
}

/** The list on paper, more people for it, and another day for whoever got nothing. */
function Ways({ payOut: { day, entries } }: PayOutPageProps) {
  const { t, link } = useReader()
  const missed = entries.some(({ status }) => status === 'absent' || status === 'refused')
  return (
    <>
      <p class="page-head__links">
        {langs.map((language) => (
          <a href={link(routes.payOutList.href({ id: day.id }, { language }))}>
            <Icon name="printer" /> {t(`payout.print.${language}`)}
          </a>
        ))}
      </p>
      <div class="govuk-button-group">
        <LinkButton href={link(routes.payOutNew.href({ day: day.id }))} kind="secondary">
          {t('payout.add')}
        </LinkButton>
        {missed ? (
          <LinkButton href={link(routes.payOutNew.href({ from: day.id }))} kind="secondary">
            {t('payout.next-day')}
          </LinkButton>
        ) : null}
      </div>
    </>
  )
}
