import { type Content, tokens } from '../content.ts'

export type TagProps = { readonly children: Content; readonly class?: string | undefined }

/** A label without a meaning of its own, such as a category; for a status see `StatusMark`. */
export function Tag({ children, class: extra }: TagProps) {
  return <strong class={tokens('govuk-tag', extra)}>{children}</strong>
}
