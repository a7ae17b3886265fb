import type { Content } from '../content.ts'
import { useReader } from '../reader.ts'

export type SectionName =
  | 'look'
  | 'statuses'
  | 'answers'
  | 'buttons'
  | 'fields'
  | 'errors'
  | 'texts'
  | 'facts'
  | 'steps'
  | 'clocks'
  | 'timeline'
  | 'worklist'
  | 'actions'
  | 'ways'

type SectionProps = { readonly name: SectionName; readonly children: Content }

/** One part of the guide: `ui.guide.<name>` is its heading. */
export function Section({ name, children }: SectionProps) {
  const { t } = useReader()
  return (
    <section class="guide" id={name}>
      <h2>{t(`ui.guide.${name}`)}</h2>
      {children}
    </section>
  )
}
