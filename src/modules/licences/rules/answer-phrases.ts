import type { Destination } from '../../places/index.ts'
import type { Phrase } from '../../voice/index.ts'
import { type Answer, answerKinds } from './answer.ts'

type Spoken = Answer['kind'] | 'not-found'

const phraseOf = (kind: Spoken): Phrase => ({
  key: `answer.${kind}`,
  said: { key: `voice.answer.${kind}` },
})

/** What the look-up may have to say. */
export const answerPhrases: readonly Phrase[] = [...answerKinds, 'not-found' as const].map(phraseOf)

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
