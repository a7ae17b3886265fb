import { element } from '../../html/html.ts'
import type { Content } from '../content.ts'

export type HeadingLevel = 1 | 2 | 3 | 4

type HeadingProps = {
  readonly level: HeadingLevel
  readonly class: string
  readonly id?: string | undefined
  readonly children?: Content
}

/** A heading whose level the caller knows: where the part stands in its page. */
export const Heading = ({ level, ...rest }: HeadingProps) => element(`h${level}`, rest)
