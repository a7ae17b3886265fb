import type { Destination } from '../../places/index.ts'
import type { Phrase } from '../../voice/index.ts'
import type { Answer } from './answer.ts'

type Spoken = Answer['kind'] | 'not-found'

const kinds: readonly Spoken[] = [
  'licensed',
  'other-countries',
  'suspended',
  'revoked',
  'expired',
  'surrendered',
  'not-begun',
  'warned',
  'never-licensed',
  'not-found',
]

const phraseOf = (kind: Spoken): Phrase => ({
  key: `answer.${kind}`,
  said: { key: `voice.answer.${kind}` },
})

/** What the look-up may have to say. */
export const answerPhrases: readonly Phrase[] = kinds.map(phraseOf)

/** The answer aloud, with the countries that it names; null for nothing on the register. */
export function spokenAnswer(
  answer: Answer | null,
  destinations: readonly Destination[],
): readonly Phrase[] {
  if (!answer) return [phraseOf('not-found')]
  const codes = 'destinations' in answer ? answer.destinations : []
  const countries = destinations.filter(({ code }) => codes.includes(code))
  return [
    phraseOf(answer.kind),
    ...countries.map(({ code, names }) => ({ key: `country.${code}`, said: names })),
  ]
}
