/** Words for giving up, and words for what cannot be given up by a settlement. */
const givingUp =
  /\b(waives?|waiv\w+|withdraws?|withdrawn|drops?|dropped|gives? up|given up|renounces?|abandons?|not (to )?(file|press|pursue|report))\b|ដក|បោះបង់|លះបង់|រលត់|មិនប្តឹង|មិនប្ដឹង|លែងប្តឹង|លែងប្ដឹង/iu
const ofCrime =
  /\b(criminal|police|prosecut\w+|penal|crimes?)\b|ព្រហ្មទណ្ឌ|នគរបាល|ប៉ូលិស|ព្រះរាជអាជ្ញា|បទល្មើស/iu

/**
 * Whether words say that somebody gives up a criminal complaint: no settlement does. Judged sentence
 * by sentence; whoever meant something else writes it in other words.
 */
export const waivesCriminalComplaint = (words: string): boolean =>
  words.split(/[.!?;\n។៖]/u).some((sentence) => givingUp.test(sentence) && ofCrime.test(sentence))
