import { useReader } from '../reader.ts'

export type StepProgressProps = {
  readonly step: number
  readonly of: number
  /** How many follow depends on what is answered: then the number is the highest. */
  readonly atMost?: boolean | undefined
}

/** "Question 3 of 12", and the same as a thin bar. */
export function StepProgress({ step, of, atMost }: StepProgressProps) {
  const { t } = useReader()
  return (
    <div class="steps">
      <p class="steps__text">{t(atMost ? 'ui.steps-at-most' : 'ui.steps', { step, of })}</p>
      <progress class="steps__bar" value={step} max={of} aria-hidden="true" />
    </div>
  )
}
