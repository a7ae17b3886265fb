import { dayOf } from '../../../kernel/days.ts'
import type { TimelineEvent } from '../../../platform/events/record-event.ts'
import { routes } from '../../../routes.ts'
import {
  Breadcrumbs,
  Button,
  type Content,
  emptyForm,
  Form,
  FormErrors,
  type FormState,
  type IconName,
  InsetText,
  KeyValue,
  OfficerLayout,
  TextareaField,
  Timeline,
  useReader,
  Worklist,
} from '../../../ui/index.ts'
import { SigningFields, type SigningState } from '../../accounts/index.ts'
import { StandingMark } from '../../law/index.ts'
import type { DrawFile } from '../actions/read-draw.ts'
import { type DrawAction, paperOf } from '../rules/draw.ts'
import { Papers } from './begin-paper.tsx'
import { signingErrorOf } from './deposit-form-parts.tsx'
import { AgencyName, DrawMark, PersonName } from './marks.tsx'

export type DrawPageProps = {
  readonly file: DrawFile
  readonly signing: SigningState
  /** The step that was just refused, with what was typed. */
  readonly failed: { readonly action: DrawAction; readonly state: FormState } | null
  readonly mayWrite: boolean
  readonly done: string | null
  readonly submission: string
}

/** One draw: what each due gets, on what it rests, who signed, and what may be done now. */
export function DrawPage(props: DrawPageProps) {
  const { t, link } = useReader()
  const { file, failed, done } = props
  const { draw, names } = file
  const title = t(`ledger.draw.paper.${paperOf(draw)}`, { number: draw.number })
  const crumbs = [
    { text: t('ledger.deposits.title'), href: link(routes.deposits.href()) },
    {
      text: <AgencyName names={names} />,
      href: link(routes.deposit.href({ id: draw.agencyId })),
    },
    { text: draw.number },
  ]
  return (
    <OfficerLayout
      title={title}
      hasErrors={failed !== null}
      before={<Breadcrumbs crumbs={crumbs} />}
    >
      {failed ? <FormErrors state={failed.state} /> : null}
      {done ? (
        <p class="notice" role="status">
          {t(`ledger.done.${done}`)}
        </p>
      ) : null}
      <div class="page-head">
        <h1>{title}</h1>
        <div class="page-head__marks">
          <DrawMark status={draw.status} />
        </div>
      </div>
      <div class="case">
        <div class="case__facts">
          <Facts file={file} />
        </div>
        <div class="case__middle">
          <Shares file={file} />
          <DrawPapers {...props} />
          <section class="case-part">
            <h2>{t('ledger.draw.history')}</h2>
            <History file={file} />
          </section>
        </div>
        <Actions {...props} />
      </div>
    </OfficerLayout>
  )
}

function Facts({ file }: { readonly file: DrawFile }) {
  const { t, money } = useReader()
  const { draw, names, held, people } = file
  const { currency, claimed, covered } = draw
  const fact = (key: string, value: Content) => ({ key: t(`ledger.fact.${key}`), value })
  const sum = (minor: bigint) => money({ minor, currency })
  const person = (id: string | null) => <PersonName id={id} people={people} />
  return (
    <KeyValue
      facts={[
        { key: t('ledger.column.agency'), value: <AgencyName names={names} /> },
        fact('claimed', sum(claimed)),
        fact('covered', sum(covered)),
        ...(claimed > covered ? [fact('rest', sum(claimed - covered))] : []),
        fact('held-then', sum(draw.held)),
        fact('held-now', sum(held)),
        fact('authority', <StandingMark standing={draw.standing} />),
        fact('basis', draw.basis),
        fact('proposed-by', person(draw.proposedBy)),
        ...(draw.firstSignedBy ? [fact('first-signature', person(draw.firstSignedBy))] : []),
        ...(draw.secondSignedBy ? [fact('second-signature', person(draw.secondSignedBy))] : []),
        ...(draw.endedReason ? [fact('ended', draw.endedReason)] : []),
      ]}
    />
  )
}

function Shares({ file }: { readonly file: DrawFile }) {
  const { t, day, money } = useReader()
  const { draw, shares } = file
  const column = (name: string, numeric = false) => ({
    label: t(`ledger.dues.column.${name}`),
    numeric,
  })
  const isPartial = draw.covered < draw.claimed
  return (
    <section class="case-part">
      <h2>{t('ledger.draw.shares')}</h2>
      {isPartial ? <p>{t('ledger.draw.shared')}</p> : null}
      {draw.rates.map(({ base, currency, rate, onDay, source }) => (
        <p>{t('ledger.draw.rate', { base, currency, rate, day: day(onDay), source })}</p>
      ))}
      <Worklist
        caption={t('ledger.draw.shares')}
        columns={[
          ...[column('reference'), column('owed', true)],
          ...[column('share', true), column('rest', true)],
          ...(draw.rates.length > 0 ? [column('cost', true)] : []),
        ]}
        rows={shares.map(({ dueId, claim, share, cost, due }) => {
          const currency = due?.money.currency ?? draw.currency
          const sum = (minor: bigint) => money({ minor, currency })
          const costs =
            draw.rates.length > 0 ? [money({ minor: cost, currency: draw.currency })] : []
          return {
            id: dueId,
            cells: [
              due ? due.reference : '–',
              sum(claim),
              sum(share),
              sum(claim - share),
              ...costs,
            ],
          }
        })}
        stacks
      />
    </section>
  )
}

function DrawPapers({ file, mayWrite, submission }: DrawPageProps) {
  const { id, executedAt } = file.draw
  if (executedAt === null || !mayWrite) return null
  const beginHref = routes.drawLetters.href({ id })
  return <Papers {...{ letters: file.letters, beginHref, submission }} />
}

const icons: Readonly<Record<string, IconName>> = {
  'draw.proposed': 'pencil',
  'draw.signed': 'stamp',
  'draw.executed': 'circle-check',
  'draw.withdrawn': 'circle-pause',
  'draw.refused': 'circle-x',
}

function History({ file }: { readonly file: DrawFile }) {
  const { t, instant } = useReader()
  const entries = file.events.map((event: TimelineEvent) => ({
    title: t(`ledger.event.${event.type.replace('draw.', '')}`),
    when: instant(event.at),
    iso: event.at.toISOString(),
    who: (
      <PersonName id={event.actorKind === 'person' ? event.actorId : null} people={file.people} />
    ),
    icon: icons[event.type] ?? ('circle' as const),
  }))
  return <Timeline entries={entries.reverse()} />
}

function Actions(props: DrawPageProps) {
  const { t, day } = useReader()
  const { actions, draw } = props.file
  return (
    <aside class="case__actions" aria-label={t('ledger.steps')}>
      {draw.executedAt ? (
        <p>{t('ledger.draw.carried-out', { day: day(dayOf(draw.executedAt)) })}</p>
      ) : null}
      {actions.length === 0 ? <p class="muted">{t('ledger.no-steps')}</p> : null}
      {actions.map((action) => (
        <ActionForm {...props} action={action} />
      ))}
    </aside>
  )
}

function ActionForm(props: DrawPageProps & { readonly action: DrawAction }) {
  const { t, link } = useReader()
  const { action, file, failed, signing, submission } = props
  const { id, version } = file.draw
  const state = failed?.action === action ? failed.state : emptyForm
  const signs = action === 'sign' || action === 'countersign'
  return (
    <section class="actions" id={action}>
      <h2 class="actions__title">{t(`ledger.draw.action.${action}`)}</h2>
      <Form
        action={link(routes.drawAction.href({ id, action }))}
        state={state}
        submission={`${submission}-${action}`}
      >
        <input type="hidden" name="version" value={version} />
        {signs ? (
          <>
            <InsetText>{t(`ledger.draw.action-hint.${action}`)}</InsetText>
            <SigningFields {...signing} error={signingErrorOf(state)} />
          </>
        ) : (
          <TextareaField name="reason" label={t('ledger.field.why')} rows={2} />
        )}
        <Button kind={signs ? undefined : 'warning'}>{t(`ledger.draw.action-do.${action}`)}</Button>
      </Form>
    </section>
  )
}
