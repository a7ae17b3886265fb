import { useReader } from '../../../ui/index.ts'
import type { Answer } from '../rules/answer.ts'

export type AdviceProps = {
  readonly answer: Answer
  /** The agency's own telephones, as the register has them today. */
  readonly phones: readonly string[]
}

/** What to do now; whoever is told to call finds the number beside it. */
export function Advice({ answer, phones }: AdviceProps) {
  const { t } = useReader()
  if (answer.kind !== 'licensed') return <p>{t(`licences.advice.${answer.kind}`)}</p>
  return (
    <>
      <p>{t('licences.advice.licensed')}</p>
      <p>
        {t(phones.length === 0 ? 'licences.phones.none' : 'licences.phones.call')}{' '}
        {phones.map((phone) => (
          <>
            <a class="govuk-link whole" href={`tel:${phone.replace(/[^+\d]/g, '')}`}>
              {phone}
            </a>{' '}
          </>
        ))}
      </p>
    </>
  )
}
