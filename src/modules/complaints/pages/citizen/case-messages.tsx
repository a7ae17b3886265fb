import { useReader } from '../../../../ui/index.ts'
import type { Message } from '../../actions/own-case.ts'

/** What both sides wrote, in the order in which it was written. */
export function CaseMessages({ messages }: { readonly messages: readonly Message[] }) {
  const { t, instant } = useReader()
  return (
    <section>
      <h2>{t('follow.messages')}</h2>
      {messages.length === 0 ? <p>{t('follow.messages-none')}</p> : null}
      {messages.map(({ from, at, text }) => (
        <article class={`letter letter--${from}`}>
          <h3 class="letter__from">{t(`follow.from.${from}`)}</h3>
          <p class="letter__when small muted">
            <time datetime={at.toISOString()}>{instant(at)}</time>
          </p>
          <p class="said">{text ?? t('follow.message.forgotten')}</p>
        </article>
      ))}
    </section>
  )
}
