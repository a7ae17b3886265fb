import type { ContactWay, Openness } from './complaint.ts'
import type { ComplaintEvent } from './events.ts'

/** What the complainant is told of an event; of the others nothing leaves the house. */
const told: Readonly<Partial<Record<ComplaintEvent, 'received' | 'news' | 'words' | 'your-turn'>>> =
  {
    received: 'received',
    registered: 'news',
    'agency-answered': 'news',
    'evidence-released': 'news',
    'agency-silent': 'news',
    'closure-proposed': 'your-turn',
    'closed-with-consent': 'news',
    transferred: 'news',
    'message-sent': 'words',
    'conciliation-begun': 'news',
    settled: 'news',
    'not-settled': 'news',
    decided: 'news',
    'outcome-recorded': 'news',
    'payment-recorded': 'your-turn',
    'pay-out-planned': 'news',
    'waiting-elsewhere': 'news',
    resumed: 'news',
    'closed-without-confirmation': 'news',
  }
export const toldAs = (event: ComplaintEvent) => told[event] ?? null

/**
 * Only somebody who asked for messages gets any: whoever wants to be called, to be reached through
 * another person, or not at all, might be harmed by one.
 */
export const wantsMessages = ({
  openness,
  way,
}: {
  readonly openness: Openness
  readonly way: ContactWay
}): boolean => openness !== 'anonymous' && way === 'message'
