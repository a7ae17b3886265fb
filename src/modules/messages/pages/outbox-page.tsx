import { routes } from '../../../routes.ts'
import {
  Button,
  EmptyState,
  emptyForm,
  FilterBar,
  Form,
  OfficerLayout,
  Pagination,
  Select,
  useChrome,
  useReader,
  WarningText,
  Worklist,
} from '../../../ui/index.ts'
import type { ShownSunk } from '../actions/keep-sunk.ts'
import type { ShownMessage } from '../actions/read-outbox.ts'
import {
  countLimit,
  type MessageStatus,
  messageStatuses,
  outboxChannels,
} from '../rules/message.ts'
import { MessageStatusMark, reasonText } from './marks.tsx'
import { SunkMessages } from './sunk-messages.tsx'

export type OutboxPageProps = {
  readonly rows: readonly ShownMessage[]
  readonly counts: Readonly<Record<MessageStatus, number>>
  readonly longest: Date | null
  readonly filter: { readonly status: string; readonly channel: string }
  /** Where the next page begins. */
  readonly next: string | null
  readonly sunk: readonly ShownSunk[]
  readonly refusal: 'not-your-role' | 'not-in-this-status' | 'not-found' | 'too-old' | null
  readonly sentAgain: boolean
  readonly submission: string
}

/** What left the house and how it stands; never what it says. */
export function OutboxPage(props: OutboxPageProps) {
  const { t, instant } = useReader()
  const { rows, longest, refusal } = props
  return (
    <OfficerLayout title={t('messages.outbox.title')}>
      <h1>{t('messages.outbox.title')}</h1>
      <p class="muted">{t('messages.outbox.about')}</p>
      {refusal ? <WarningText>{t(`messages.again.${refusal}`)}</WarningText> : null}
      {props.sentAgain ? (
        <p class="notice" role="status">
          {t('messages.again.done')}
        </p>
      ) : null}
      {longest ? (
        <WarningText>{t('messages.outbox.longest', { at: instant(longest) })}</WarningText>
      ) : null}
      <StatusTabs {...props} />
      <Filters {...props} />
      {rows.length === 0 ? (
        <EmptyState title={t('messages.outbox.none')} icon="mail" />
      ) : (
        <Messages {...props} />
      )}
      <Pages {...props} />
      {useChrome().demonstration ? <SunkMessages sunk={props.sunk} /> : null}
    </OfficerLayout>
  )
}

const address = ({ status, channel }: OutboxPageProps['filter'], before?: string): string =>
  routes.outbox.href({ status, channel, before })

function StatusTabs({ filter, counts }: OutboxPageProps) {
  const { t } = useReader()
  const all = messageStatuses.reduce((sum, status) => sum + counts[status], 0)
  return (
    <nav class="state-tabs" aria-label={t('messages.outbox.which')}>
      <ul>
        <StatusTab filter={filter} status="" count={all} />
        {messageStatuses.map((status) => (
          <StatusTab filter={filter} status={status} count={counts[status]} />
        ))}
      </ul>
    </nav>
  )
}

type StatusTabProps = {
  readonly filter: OutboxPageProps['filter']
  readonly status: MessageStatus | ''
  readonly count: number
}

function StatusTab({ filter, status, count }: StatusTabProps) {
  const { t, link, number } = useReader()
  const isAlarm = (status === 'failed' || status === 'unknown') && count > 0
  return (
    <li>
      <a
        class={isAlarm ? 'state-tab state-tab--alarm' : 'state-tab'}
        href={link(address({ ...filter, status }))}
        aria-current={filter.status === status ? 'page' : undefined}
      >
        <span>{t(status === '' ? 'messages.outbox.all' : `messages.status.${status}`)}</span>
        <strong class="state-tab__count">
          {count > countLimit ? `${number(countLimit)}+` : number(count)}
        </strong>
      </a>
    </li>
  )
}

function Filters({ filter }: OutboxPageProps) {
  const { t, link } = useReader()
  return (
    <FilterBar
      action={link(routes.outbox.href())}
      clearHref={filter.channel === '' ? undefined : link(address({ ...filter, channel: '' }))}
    >
      <input type="hidden" name="status" value={filter.status} />
      <Select
        name="channel"
        label={t('messages.outbox.channel')}
        value={filter.channel}
        options={[
          { value: '', label: t('messages.outbox.any-channel') },
          ...outboxChannels.map((value) => ({ value, label: t(`messages.channel.${value}`) })),
        ]}
      />
    </FilterBar>
  )
}

const columns = ['queued', 'kind', 'channel', 'to', 'status', 'tries', 'next', 'action'] as const

function Messages(props: OutboxPageProps) {
  const { t, instant, number } = useReader()
  return (
    <Worklist
      caption={t('messages.outbox.title')}
      columns={columns.map((column) => ({ label: t(`messages.column.${column}`) }))}
      rows={props.rows.map((row) => ({
        id: row.id,
        tone: row.status === 'failed' ? 'danger' : undefined,
        cells: [
          instant(row.queuedAt),
          t(`messages.kind.${row.kind}`),
          t(`messages.channel.${row.channel}`),
          row.to ?? t('messages.outbox.forgotten'),
          <Standing row={row} />,
          number(row.attempts),
          row.nextAttemptAt ? instant(row.nextAttemptAt) : '–',
          <Again row={row} submission={props.submission} />,
        ],
      }))}
    />
  )
}

function Standing({ row }: { readonly row: ShownMessage }) {
  const reader = useReader()
  return (
    <>
      <MessageStatusMark status={row.status} />
      {row.code ? <span class="muted"> {reasonText(reader, row.code)}</span> : null}
    </>
  )
}

type AgainProps = { readonly row: ShownMessage; readonly submission: string }

/** For a dead letter, and for one of which nobody knows: then the person may have it already. */
function Again({ row, submission }: AgainProps) {
  const { t, link } = useReader()
  if (row.status !== 'failed' && row.status !== 'unknown') return null
  const action = link(routes.outboxAgain.href({ id: row.id }))
  return (
    <Form action={action} state={emptyForm} submission={`${submission}-${row.id}`}>
      <input type="hidden" name="queued" value={row.queuedAt.toISOString()} />
      <Button kind="secondary">
        {t(row.status === 'failed' ? 'messages.again.button' : 'messages.again.button-unknown')}
      </Button>
    </Form>
  )
}

function Pages({ filter, next }: OutboxPageProps) {
  const { link } = useReader()
  return <Pagination next={next ? { href: link(address(filter, next)) } : undefined} />
}
