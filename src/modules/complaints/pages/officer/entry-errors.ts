import type { FieldErrors } from '../../../../platform/http/form.ts'

/** The citizen is "you" in these sentences; on this page it is somebody who is helped. */
const ownWords: Readonly<Record<string, string>> = {
  'complain.who.missing': 'complaints.entry.relation-missing',
  'complain.openness.missing': 'complaints.entry.openness-missing',
  'complain.name.worker-missing': 'complaints.entry.worker-name-missing',
  'complain.name.own-missing': 'complaints.entry.own-name-missing',
  'complain.contact.way-missing': 'complaints.entry.way-missing',
  'complain.contact.missing': 'complaints.entry.contact-missing',
  'complain.respondent.missing': 'complaints.entry.respondent-missing',
  'complain.agency.missing': 'complaints.entry.agency-missing',
  'complain.where.missing': 'complaints.entry.country-missing',
  'complain.when.missing': 'complaints.entry.month-missing',
  'complain.money.both': 'complaints.entry.money-both',
  'complain.asked-before.missing': 'complaints.entry.asked-missing',
}

/** The page from top to bottom, the left column first. */
const pageOrder = [
  ...['openness', 'relation', 'people', 'workerName', 'complainantName', 'way', 'contact'],
  ...['safeTimes', 'prefersWoman', 'respondentKind', 'respondentWords', 'agencyId'],
  ...['paperNumber', 'paperDay', 'categories', 'country', 'province', 'month', 'monthUnknown'],
  ...['paidAmount', 'paidCurrency', 'paidOpen', 'owedAmount', 'owedCurrency', 'owedOpen'],
  ...['soughtAmount', 'soughtCurrency', 'soughtOpen', 'askedBefore', 'askedAnswer', 'story'],
  ...['photos', 'documents', 'voice'],
]

/** `paperDay-year` stands where `paperDay` does. */
const placeOf = (field: string): number => pageOrder.indexOf(field.split('-')[0] ?? field)

/** What is wrong, in the words of this page and in its order. */
export const entryErrors = (errors: FieldErrors): FieldErrors =>
  Object.fromEntries(
    Object.entries(errors)
      .map(
        ([field, error]) => [field, { ...error, key: ownWords[error.key] ?? error.key }] as const,
      )
      .sort(([a], [b]) => placeOf(a) - placeOf(b)),
  )

/** Which agency is meant is first a question, and only then, unanswered, an error. */
export function apartFromQuestion(
  errors: FieldErrors,
  { wasOffered }: { readonly wasOffered: boolean },
): { readonly errors: FieldErrors; readonly asks: boolean } {
  const { agencyId, ...others } = errors
  const asks = agencyId?.key === 'complain.agency.missing' && !wasOffered
  return { errors: asks ? others : errors, asks }
}
