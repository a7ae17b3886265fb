/** Every role of the platform. `public` and `complainant` need no account. */
export const roles = [
  'public',
  'complainant',
  'agency-clerk',
  'counsellor',
  'complaints-officer',
  'complaints-head',
  'caseworker',
  'oversight',
  'licensing-officer',
  'licensing-head',
  'signatory',
  'administrator',
  'system',
] as const
export type Role = (typeof roles)[number]

/** Who acts: a person with an account, a complainant with a receipt, a job, or nobody known. */
export type Actor = {
  readonly kind: 'public' | 'complainant' | 'person' | 'system'
  /** Person id, complaint id, or the job's name; 'public' for nobody known. */
  readonly id: string
  readonly roles: readonly Role[]
  /** Set for an agency's own people: row-level security shows them only its rows. */
  readonly agencyId: string | null
  readonly officeId: string | null
  /** Province codes that the actor may see; null for the whole country. */
  readonly areas: readonly string[] | null
  /** Set for somebody of a group who showed her own receipt: she sees her own part of the case. */
  readonly casePerson?: string
  /** The person whose role a deputy uses in these days. */
  readonly actingFor?: string
}

export const publicActor: Actor = {
  kind: 'public',
  id: 'public',
  roles: ['public'],
  agencyId: null,
  officeId: null,
  areas: [],
}

export const systemActor = (job: string): Actor => ({
  kind: 'system',
  id: job,
  roles: ['system'],
  agencyId: null,
  officeId: null,
  areas: null,
})

/** With the receipt of the case, or of one person of its group. */
export const complainantActor = (complaintId: string, casePerson?: string): Actor => ({
  kind: 'complainant',
  id: complaintId,
  roles: ['complainant'],
  agencyId: null,
  officeId: null,
  areas: [],
  ...(casePerson === undefined ? {} : { casePerson }),
})

export const hasRole = (actor: Actor, ...wanted: readonly Role[]): boolean =>
  wanted.some((role) => actor.roles.includes(role))
