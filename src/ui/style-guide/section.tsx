import type { Content } from '../content.ts'
import { useReader } from '../reader.ts'

/** One part of the guide: `ui.guide.<name>` is its heading. */
export function Section({ name, children }: { readonly name: string; readonly children: Content }) {
  const { t } = useReader()
  return (
    <section class="guide" id={name}>
      <h2>{t(`ui.guide.${name}`)}</h2>
      {children}
    </section>
  )
}

/** The guide's own texts, shortly. */
export function useGuideTexts(): (key: string) => string {
  const { t } = useReader()
  return (key) => t(`ui.guide.${key}`)
}
