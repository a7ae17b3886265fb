import type { Child } from '../html/html.ts'

/** Words already in the reader's language, or elements around them. */
export type Content = Child

/** Extra HTML attributes of a control: maxlength, inputmode, autocomplete, data-… */
export type Attributes = Readonly<Record<string, string | number | boolean | undefined>>

export type TextSize = 's' | 'm' | 'l' | 'xl'

/** What a status means; every tone has its icon and its colour. */
export type Tone = 'allowed' | 'attention' | 'danger' | 'protected' | 'neutral'

/** The names or ids that apply, for `class` and `aria-describedby`; undefined when none does. */
export function tokens(
  ...names: (string | false | 0 | 0n | null | undefined)[]
): string | undefined {
  return names.filter(Boolean).join(' ') || undefined
}
