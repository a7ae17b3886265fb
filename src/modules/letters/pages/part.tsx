import type { Content } from '../../../ui/index.ts'

export function Part({ title, children }: { readonly title: string; readonly children: Content }) {
  return (
    <section class="case-part">
      <h2>{title}</h2>
      {children}
    </section>
  )
}
