/**
 * By which ministry and agency speak of a question: the agency knows no case number. The end of an
 * id is random, so it tells neither when nor how many.
 */
export function inquiryReference(id: string): string {
  const end = id.replaceAll('-', '').slice(-8).toUpperCase()
  return `Q-${end.slice(0, 4)}-${end.slice(4)}`
}
