import type { Content, Tone } from '../content.ts'
import { Icon, type IconName } from '../icons.tsx'
import { Heading } from './heading.tsx'
import { toneIcons } from './status-mark.tsx'

export type AnswerBlockProps = {
  readonly tone: Tone
  /** The whole answer in one sentence. */
  readonly answer: Content
  readonly icon?: IconName | undefined
  /** Why, and what to do. */
  readonly children?: Content | undefined
  readonly headingLevel?: 1 | 2 | undefined
}

/** The answer first: large, with its icon, in its colour. */
export function AnswerBlock({ tone, answer, icon, children, headingLevel }: AnswerBlockProps) {
  return (
    <section class={`answer answer--${tone}`}>
      <Icon name={icon ?? toneIcons[tone]} class="answer__icon" />
      <div class="answer__body">
        <Heading level={headingLevel ?? 2} class="answer__sentence">
          {answer}
        </Heading>
        {children}
      </div>
    </section>
  )
}
