import { complaintPhrases } from './modules/complaints/index.ts'
import { answerPhrases } from './modules/licences/index.ts'
import { listDestinations, listProvinces } from './modules/places/index.ts'
import { digitPhrases, type Phrases } from './modules/voice/index.ts'

/** Everything that pages say aloud, the most important first: the desk records it in this order. */
export const phrases: Phrases = async (tx) => {
  const [destinations, provinces] = await Promise.all([listDestinations(tx), listProvinces(tx)])
  return [
    ...complaintPhrases,
    ...answerPhrases,
    ...digitPhrases,
    ...destinations.map(({ code, names }) => ({ key: `country.${code}`, said: names })),
    ...provinces.map(({ code, names }) => ({ key: `province.${code}`, said: names })),
  ]
}
