import type { Content } from '../content.ts'

export type Fact = { readonly key: Content; readonly value: Content }

/** Facts side by side, dense: for the left column of a case. */
export function KeyValue({ facts }: { readonly facts: readonly Fact[] }) {
  return (
    <dl class="facts">
      {facts.map(({ key, value }) => (
        <div class="facts__row">
          <dt>{key}</dt>
          <dd>{value}</dd>
        </div>
      ))}
    </dl>
  )
}
