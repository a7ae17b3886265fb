/** Everything that can stand on a complaint's timeline: `complaint.<code>`. */
export const complaintEvents = [
  'received',
  'assigned',
  'transferred',
  'registered',
  'agency-asked',
  'agency-answered',
  'agency-silent',
  'closure-proposed',
  'closure-agreed',
  'said-not-solved',
  'closed-with-consent',
  'withdrawal-asked',
  'withdrawn',
  'continued',
  'kept-as-warning',
  'reopened',
  'message-sent',
  'note-added',
  'consent-given',
  'consent-withdrawn',
  'new-digits-given',
  'clock-ran-out',
  'evidence-given',
  'recording-summarised',
  'old-file-compared',
] as const
export type ComplaintEvent = (typeof complaintEvents)[number]

/** Null for an event that a later module put on the timeline. */
export const complaintEventOf = (type: string): ComplaintEvent | null =>
  complaintEvents.find((code) => type === `complaint.${code}`) ?? null
