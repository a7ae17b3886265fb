import { type Html, isHtml } from '../../html/html.ts'
import { type Content, type Tone, tokens } from '../content.ts'
import { Icon, type IconName } from '../icons.tsx'

export type TimelineEntry = {
  readonly title: Content
  /** The time in the reader's words, and for machines in ISO form. */
  readonly when: string
  readonly iso?: string | undefined
  readonly who?: Content | undefined
  readonly icon?: IconName | undefined
  readonly tone?: Tone | undefined
  readonly children?: Content | undefined
}

type TimelineProps = {
  /** Entries, or what `TimelineItem` drew before. */
  readonly entries: readonly (TimelineEntry | Html)[]
}

/** What happened, in the order that the caller gives. */
export function Timeline({ entries }: TimelineProps) {
  return (
    <ol class="timeline">
      {entries.map((entry) => (isHtml(entry) ? entry : <TimelineItem entry={entry} />))}
    </ol>
  )
}

export function TimelineItem({ entry }: { readonly entry: TimelineEntry }) {
  return (
    <li class={tokens('timeline__entry', entry.tone && `timeline__entry--${entry.tone}`)}>
      <span class="timeline__mark">
        <Icon name={entry.icon ?? 'circle'} />
      </span>
      <div class="timeline__body">
        <p class="timeline__title">{entry.title}</p>
        <p class="timeline__when">
          <time datetime={entry.iso}>{entry.when}</time>
          {entry.who ? <span> · {entry.who}</span> : null}
        </p>
        {entry.children}
      </div>
    </li>
  )
}
