import { EmptyState, useReader, Worklist } from '../../../ui/index.ts'
import type { ShownSunk } from '../actions/keep-sunk.ts'

/** What the servers of a demonstration were handed, as a telephone or a mailbox would show it. */
export function SunkMessages({ sunk }: { readonly sunk: readonly ShownSunk[] }) {
  const { t, instant, number } = useReader()
  const columns = ['received', 'channel', 'to', 'text', 'parts'] as const
  return (
    <section class="case-part" aria-labelledby="sunk">
      <h2 id="sunk">{t('messages.sink.title')}</h2>
      <p class="muted">{t('messages.sink.about')}</p>
      {sunk.length === 0 ? (
        <EmptyState title={t('messages.sink.none')} icon="inbox" />
      ) : (
        <Worklist
          caption={t('messages.sink.title')}
          columns={columns.map((column) => ({ label: t(`messages.column.${column}`) }))}
          rows={sunk.map((one) => ({
            id: one.id,
            cells: [
              <span class="nowrap">{instant(one.receivedAt)}</span>,
              t(`messages.channel.${one.channel}`),
              one.to,
              one.subject === '' ? one.text : `${one.subject}: ${one.text}`,
              number(one.parts),
            ],
          }))}
        />
      )}
    </section>
  )
}
