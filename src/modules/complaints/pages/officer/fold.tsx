import { type Content, useReader } from '../../../../ui/index.ts'

type FoldProps = {
  readonly title: string
  readonly id?: string | undefined
  readonly open?: boolean | undefined
  /** What is inside has one heading of its own, or many: then only a phone needs another one. */
  readonly own?: 'one' | 'many' | undefined
  readonly children: Content
}

/**
 * A part of the case page. On a phone it is folded and opens at a touch, without a script; on a desk
 * everything stands open, as the style sheet says.
 */
export function Fold({ title, id, open, own, children }: FoldProps) {
  return (
    <details id={id} class={own ? `fold fold--${own}` : 'fold case-part'} open={open}>
      <summary class="fold__summary">
        <h2 class="fold__title">{title}</h2>
      </summary>
      {own ? null : <h2 class="fold__heading">{title}</h2>}
      {children}
    </details>
  )
}

/** The same for a list of things that say what they are by themselves. */
export function FoldedList({
  count,
  children,
}: {
  readonly count: number
  readonly children: Content
}) {
  const { t } = useReader()
  return count === 0 ? null : (
    <Fold title={t('complaints.part.beside')} own="many">
      {children}
    </Fold>
  )
}
