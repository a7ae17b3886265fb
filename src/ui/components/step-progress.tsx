import { useReader } from '../reader.ts'

export type StepProgressProps = { readonly step: number; readonly of: number }

/** "Question 3 of 12", and the same as a thin bar. */
export function StepProgress({ step, of }: StepProgressProps) {
  const { t } = useReader()
  return (
    <div class="steps">
      <p class="steps__text">{t('ui.steps', { step, of })}</p>
      <progress class="steps__bar" value={step} max={of} aria-hidden="true" />
    </div>
  )
}
