import type { Actor, Role } from '../../../kernel/actor.ts'
import { addDays, type Day, dayOf } from '../../../kernel/days.ts'
import type { Tx } from '../../../platform/db.ts'
import type { Files } from '../../../platform/files/files.ts'
import type { Vault } from '../../../platform/vault/vault.ts'
import { decideProposal } from '../actions/accept-fact.ts'
import { proposeChange } from '../actions/propose.ts'
import type { AgencyId } from '../rules/agency.ts'
import type { AgencyRole, PersonFacts } from '../rules/facts.ts'
import type { ProposalContent } from '../rules/proposal.ts'
import { findFileHead } from '../store/filed.ts'

export type FillFiles = {
  readonly vault: Vault
  readonly files: Files
  readonly now: Date
  /** In the order of the list; the first two have people who sign in, the sixth was revoked. */
  readonly agencyIds: readonly AgencyId[]
  readonly people: ReadonlyMap<string, string>
}

/**
 * The file of the first agency, filled by its clerk and an officer; and of the one whose licence
 * was revoked, with which it shares more than it should. Names of nobody.
 */
export async function fillDemonstrationFiles(tx: Tx, fill: FillFiles): Promise<void> {
  const [first, , , , , revoked] = fill.agencyIds
  if (!first || !revoked) return
  const since = addDays(dayOf(fill.now), -300)
  for (const [ago, content] of ownFacts(since))
    await put(tx, fill, { agencyId: first, content, ago, accept: true })
  await put(tx, fill, { agencyId: first, content: waiting(since), ago: 3, accept: false })
  for (const content of factsOfRevoked(since))
    await put(tx, fill, { agencyId: revoked, content, ago: 280, accept: true })
}

const person = (km: string, en: string, more: Partial<PersonFacts> = {}): PersonFacts => ({
  ...{ names: { km: km || null, en: `${en} (Demonstration)` }, nationality: 'KH' },
  ...{ identity: null, phone: null, birth: null },
  ...more,
})
const born = (text: string): Day => text as Day
const shared = { identity: 'DEMO 000 001', birth: born('1979-03-12') }

const role = (
  who: PersonFacts,
  what: AgencyRole,
  { from, ...more }: { from: Day; share?: number; country?: string; province?: string },
): ProposalContent => ({
  ...{ kind: 'role', personId: null, person: who, role: what, share: null, country: null },
  ...{ province: null, from, ...more },
})

const ownFacts = (from: Day): readonly (readonly [number, ProposalContent])[] => [
  [90, role(person('ព្រះអាទិត្យ ភ្លឺ', 'Preah Atit Phleu', shared), 'director', { from })],
  [90, role(person('ព្រះចន្ទ ស', 'Preah Chan Sor'), 'owner', { from, share: 5_000 })],
  [88, role(person('', 'North Wind', { nationality: 'SG' }), 'owner', { from, share: 5_000 })],
  [80, role(person('ផ្កាយ ព្រឹក', 'Phkay Proek'), 'representative', { from, country: 'TH' })],
  [60, role(person('ពពក សំឡី', 'Popok Samley'), 'recruiter', { from, province: '02' })],
  [
    60,
    {
      ...{ kind: 'site', site: 'dormitory', province: '08', country: null, from },
      ...{ capacity: 40, floor: null, lat: 11.4821, lon: 104.9411 },
      address: { km: 'ផ្ទះលេខ 905 ផ្លូវគំរូ', en: 'No. 905, Demonstration Street' },
    },
  ],
  [
    50,
    {
      ...{ kind: 'site', site: 'representation', province: null, country: 'TH', from },
      ...{ capacity: null, floor: null, lat: null, lon: null },
      address: { km: 'ផ្ទះលេខ 7 ផ្លូវគំរូ', en: 'No. 7, Demonstration Road' },
    },
  ],
  [40, { kind: 'contact', contact: 'phone', shown: '010 000 777', from }],
]

const waiting = (from: Day): ProposalContent =>
  role(person('ព្រះអាទិត្យ ភ្លឺ', 'Pras Artit Phlu', { birth: shared.birth }), 'staff', { from })

const factsOfRevoked = (from: Day): readonly ProposalContent[] => [
  role(person('ព្រះអាទិត្យ ភ្លឺ', 'Prah Atith Phlou', shared), 'owner', { from, share: 10_000 }),
  {
    ...{ kind: 'site', site: 'branch', province: '08', country: null, from },
    ...{ capacity: null, floor: null, lat: 11.4822, lon: 104.941 },
    address: { km: 'ផ្ទះលេខ 907 ផ្លូវគំរូ', en: 'No. 907, Demonstration Street' },
  },
  { kind: 'contact', contact: 'phone', shown: '010 000 777', from },
]

type Put = {
  readonly agencyId: AgencyId
  readonly content: ProposalContent
  /** Days before today on which it was proposed; accepted two days later. */
  readonly ago: number
  readonly accept: boolean
}

async function put(tx: Tx, fill: FillFiles, { agencyId, content, ago, accept }: Put) {
  const { vault, files } = fill
  const at = (days: number) => new Date(fill.now.getTime() - days * 86_400_000)
  const clerk = actor(fill, { login: 'clerk', as: 'agency-clerk', agencyId })
  const basis = 'Demonstration.'
  const asked = { agencyId, content, basis, given: [], vault, files, now: at(ago) }
  const proposed = await proposeChange(tx, clerk, asked)
  if (!proposed.ok) throw new Error(`demonstration: ${content.kind}: ${proposed.refusal}`)
  if (!accept) return
  const head = await findFileHead(tx, agencyId)
  const decided = await decideProposal(tx, actor(fill, officer), {
    ...{ id: proposed.value, version: 1, fileVersion: head?.version ?? 0, decision: 'accept' },
    ...{ reason: null, vault, now: at(ago - 2) },
  })
  if (!decided.ok) throw new Error(`demonstration: ${content.kind}: ${decided.refusal}`)
}

type Acting = { readonly login: string; readonly as: Role; readonly agencyId: AgencyId | null }
const officer: Acting = { login: 'licensing', as: 'licensing-officer', agencyId: null }

const actor = ({ people }: FillFiles, { login, as, agencyId }: Acting): Actor => ({
  ...{ kind: 'person', id: people.get(login) ?? login, roles: [as], agencyId },
  ...{ officeId: null, areas: null },
})
