import type { Reader } from '../../../kernel/reader.ts'
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
  KeyValue,
  OfficerLayout,
  TextareaField,
  Timeline,
  useReader,
} from '../../../ui/index.ts'
import { SigningFields, type SigningState } from '../../accounts/index.ts'
import type { ChangeFile } from '../actions/read-changes.ts'
import type { PersonAction } from '../rules/lifecycle.ts'
import { ChangeStatusMark, PersonName, WaitsFor } from './marks.tsx'

export type ChangePageProps = {
  readonly file: ChangeFile
  readonly preview: Content
  /** Where the subject stands, without language. */
  readonly home: string
  readonly signing: SigningState
  readonly submission: string
  /** The step that was just refused, with what was typed. */
  readonly failed: { readonly action: PersonAction; readonly state: FormState } | null
}

/** One change: what it does, who waits for whom, what may be done now, and its history. */
export function ChangePage(props: ChangePageProps) {
  const { t, name, link } = useReader()
  const { change } = props.file
  const title = name(change.names)
  const crumbs = [
    { text: t('changes.title'), href: link(routes.administration.href()) },
    { text: t(`changes.kind.${change.kind}`), href: link(props.home) },
    { text: title },
  ]
  return (
    <OfficerLayout
      title={title}
      hasErrors={props.failed !== null}
      before={<Breadcrumbs crumbs={crumbs} />}
    >
      {props.failed ? <FormErrors state={props.failed.state} /> : null}
      <div class="page-head">
        <h1>{title}</h1>
        <div class="page-head__marks">
          <ChangeStatusMark status={change.status} />
        </div>
      </div>
      <div class="case">
        <div class="case__facts">
          <Facts file={props.file} />
        </div>
        <div class="case__middle">
          <section class="case-part">
            <h2>{t('changes.part.preview')}</h2>
            {props.preview}
          </section>
          <section class="case-part">
            <h2>{t('changes.part.timeline')}</h2>
            <History file={props.file} />
          </section>
        </div>
        <Actions {...props} />
      </div>
    </OfficerLayout>
  )
}

function Facts({ file }: { readonly file: ChangeFile }) {
  const { t, day, instant, name } = useReader()
  const { change, persons, office } = file
  const fact = (key: string, value: Content) => ({ key: t(key), value })
  const open = change.status === 'proposed'
  const facts = [
    fact('changes.column.from', day(change.inForceFrom)),
    fact('changes.column.by', <PersonName id={change.proposedBy} persons={persons} />),
    fact('changes.fact.office', office ? name(office) : '–'),
    fact('changes.column.proposed', instant(change.proposedAt)),
    fact('changes.fact.reason', change.reason),
    ...(open
      ? [
          fact('changes.column.since', t('changes.waits.days', { count: file.daysWaiting })),
          fact('changes.column.for', <WaitsFor {...file} />),
        ]
      : []),
    ...(change.approvedAt
      ? [
          fact('changes.column.second', <PersonName id={change.approvedBy} persons={persons} />),
          fact('changes.fact.approved-at', instant(change.approvedAt)),
          fact(
            'changes.fact.signed',
            t(change.signatureId ? 'changes.fact.signed-yes' : 'changes.fact.signed-no'),
          ),
          ...(change.fromPool ? [fact('changes.fact.pool', t('changes.fact.from-pool'))] : []),
        ]
      : []),
    ...(change.endedReason ? [fact('changes.fact.ended', <Ended file={file} />)] : []),
  ]
  return <KeyValue facts={facts} />
}

/** Why it ended: a person's words, or the refusal that the platform met on its day. */
function Ended({ file }: { readonly file: ChangeFile }) {
  const { t } = useReader()
  const { endedBy, endedReason } = file.change
  if (endedBy === null) return <>{t(`refusal.${endedReason}`)}</>
  return (
    <>
      {endedReason} (<PersonName id={endedBy} persons={file.persons} />)
    </>
  )
}

const icons: Readonly<Record<string, IconName>> = {
  'change.proposed': 'pencil',
  'change.approved': 'stamp',
  'change.refused': 'circle-x',
  'change.withdrawn': 'circle-pause',
  'change.stopped': 'ban',
  'change.came-into-force': 'circle-check',
  'change.superseded': 'circle-dot',
  'change.lapsed': 'triangle-alert',
}

function History({ file }: { readonly file: ChangeFile }) {
  const reader = useReader()
  const entries = file.events.map((event) => ({
    title: eventText(reader, event),
    when: reader.instant(event.at),
    iso: event.at.toISOString(),
    who: (
      <PersonName id={event.actorKind === 'person' ? event.actorId : null} persons={file.persons} />
    ),
    icon: icons[event.type] ?? ('circle' as const),
  }))
  return <Timeline entries={entries.reverse()} />
}

const eventText = ({ t }: Reader, { type }: TimelineEvent): string =>
  t(`changes.event.${type.replace('change.', '')}`)

function Actions(props: ChangePageProps) {
  const { t } = useReader()
  const { offered } = props.file
  return (
    <aside class="case__actions" aria-label={t('changes.part.actions')}>
      {offered.length === 0 ? <p class="muted">{t('changes.nothing-to-do')}</p> : null}
      {offered.map((action) => (
        <ActionForm action={action} {...props} />
      ))}
    </aside>
  )
}

function ActionForm(props: ChangePageProps & { readonly action: PersonAction }) {
  const { t, link } = useReader()
  const { action, file, failed, submission } = props
  const { id, version } = file.change
  const state = failed?.action === action ? failed.state : emptyForm
  const isWarning = action === 'refuse' || action === 'stop'
  return (
    <section class="actions" id={action}>
      <h2 class="actions__title">{t(`changes.action.${action}`)}</h2>
      <p class="actions__hint">{t(`changes.action-hint.${action}`)}</p>
      <Form
        action={link(routes.changeAction.href({ id, action }))}
        state={state}
        submission={`${submission}-${action}`}
      >
        <input type="hidden" name="version" value={version} />
        {action === 'approve' ? (
          <SigningFields {...props.signing} />
        ) : (
          <TextareaField name="reason" label={t('changes.field.why')} rows={2} />
        )}
        <Button kind={isWarning ? 'warning' : undefined}>{t(`changes.action-do.${action}`)}</Button>
      </Form>
    </section>
  )
}
