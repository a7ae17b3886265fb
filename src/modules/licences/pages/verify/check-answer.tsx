import type { Reader } from '../../../../kernel/reader.ts'
import { notValidReasons, unsureReasons, type Verdict } from '../../../../kernel/tokens/judge.ts'
import { AnswerBlock, type IconName, KeyValue, type Tone, useReader } from '../../../../ui/index.ts'
import { type Destination, findMinistryLine } from '../../../places/index.ts'
import { type Sector, sectors } from '../../rules/licence.ts'

/** Every answer that the page can give; each has its sentence and what it means. */
export const answerKeys = [
  'valid',
  ...notValidReasons.map((why) => `not-valid.${why}` as const),
  ...unsureReasons.map((why) => `unsure.${why}` as const),
  'cannot.no-keys',
  'cannot.key-unknown',
] as const
export type AnswerKey = (typeof answerKeys)[number]

/** What an answer names, ready to be read. In a template: marks that the browser fills in. */
export const wordNames = [
  'name',
  'number',
  'destination',
  'work',
  'from',
  'to',
  'issued',
  'asOf',
  'today',
] as const
export type AnswerWords = Readonly<Record<(typeof wordNames)[number], string>>

/** Without them the code says nothing that can be believed. */
const withFacts = (key: AnswerKey): boolean =>
  !key.startsWith('cannot') && key !== 'not-valid.not-ours' && key !== 'not-valid.key-withdrawn'
const withList = (key: AnswerKey): boolean =>
  withFacts(key) &&
  key !== 'unsure.no-list' &&
  key !== 'not-valid.run-out' &&
  key !== 'not-valid.not-begun'

const looks: Readonly<Record<string, { tone: Tone; icon: IconName }>> = {
  valid: { tone: 'allowed', icon: 'circle-check' },
  'not-valid': { tone: 'danger', icon: 'circle-x' },
  unsure: { tone: 'attention', icon: 'calendar-clock' },
  cannot: { tone: 'attention', icon: 'circle-question-mark' },
}

type CheckAnswerProps = {
  readonly answer: AnswerKey
  readonly words: AnswerWords
  readonly headingLevel: 1 | 2
}

/** The same on the server and in the templates that a telephone without network fills in. */
export function CheckAnswer({ answer, words, headingLevel }: CheckAnswerProps) {
  const { t } = useReader()
  const [kind = ''] = answer.split('.')
  const look = looks[kind] ?? { tone: 'neutral', icon: 'circle-question-mark' }
  return (
    <AnswerBlock {...look} answer={t(`check.answer.${answer}`, words)} headingLevel={headingLevel}>
      <p>{t(`check.means.${answer}`)}</p>
      {withList(answer) ? <p>{t('check.as-of', words)}</p> : null}
      {words.today === '' ? null : <p class="small">{t('check.phone-day', words)}</p>}
      {withFacts(answer) ? <TokenFacts words={words} /> : null}
      {kind === 'valid' ? <p>{t('check.signed.copy')}</p> : null}
      <CallUs />
    </AnswerBlock>
  )
}

function TokenFacts({ words }: { readonly words: AnswerWords }) {
  const { t } = useReader()
  return (
    <KeyValue
      facts={[
        { key: t('check.fact.agency'), value: words.name },
        { key: t('check.fact.number'), value: words.number },
        { key: t('check.fact.country'), value: words.destination },
        { key: t('check.fact.work'), value: words.work },
        { key: t('check.fact.period'), value: t('check.fact.period-text', words) },
        { key: t('check.fact.issued'), value: words.issued },
      ]}
    />
  )
}

/** Whom anybody can ask who has no network, or an old telephone. */
export function CallUs() {
  const { t } = useReader()
  const numbers = findMinistryLine()?.numbers ?? []
  if (numbers.length === 0) return null
  return (
    <p>
      {t('check.call')}{' '}
      {numbers.map((number, place) => (
        <>
          {place > 0 ? ', ' : ''}
          <a href={`tel:${number.replace(/\s/g, '')}`}>{number}</a>
        </>
      ))}
    </p>
  )
}

export const answerKeyOf = (verdict: Verdict): AnswerKey =>
  verdict.kind === 'valid' ? 'valid' : (`${verdict.kind}.${verdict.why}` as AnswerKey)

/** The words of an answer that we give ourselves. */
export function wordsOf(
  reader: Reader,
  verdict: Verdict,
  destinations: readonly Destination[],
): AnswerWords {
  const { t, day, name, instant } = reader
  const token = verdict.kind === 'cannot' ? null : verdict.token
  const asOf = verdict.kind === 'cannot' ? null : verdict.asOf
  const country = destinations.find(({ code }) => code === token?.destination)
  const sector = sectors.find((each) => each === token?.sector)
  return {
    name: token ? name(token.names) : '',
    number: token?.number ?? '',
    destination: country ? name(country.names) : (token?.destination ?? ''),
    work: sector ? sectorWord(reader, sector) : '',
    from: token ? day(token.from) : '',
    to: token?.to ? day(token.to) : t('check.fact.no-end'),
    issued: token ? day(token.issuedOn) : '',
    asOf: asOf ? instant(asOf) : '',
    // What a telephone takes for the day matters only where it answers itself.
    today: '',
  }
}

export const sectorWord = ({ t }: Reader, sector: Sector): string => t(`licences.sector.${sector}`)
