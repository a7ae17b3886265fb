/** Whose it was to do something by a day. */
export const missers = [
  'office',
  'agency',
  'employer',
  'worker',
  'court',
  'authority',
  'other',
] as const
export type Misser = (typeof missers)[number]
