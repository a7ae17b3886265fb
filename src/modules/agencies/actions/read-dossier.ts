import { type Day, dayOf } from '../../../kernel/days.ts'
import { isUuid } from '../../../kernel/ids.ts'
import type { Tx } from '../../../platform/db.ts'
import { openPersonKeys } from '../../../platform/vault/person-keys.ts'
import type { Vault } from '../../../platform/vault/vault.ts'
import { findNumber, findRule, type Rule, type Rulebook, rulebook } from '../../law/index.ts'
import { type AlikePair, findAlike } from '../rules/alike.ts'
import type { Dossier } from '../rules/facts.ts'
import { checkFile, type FileRules, type FileWarning } from '../rules/file-check.ts'
import type { OpenedProposal, ProposalContent } from '../rules/proposal.ts'
import { findFileHead, listFiledContacts, listFiledSites } from '../store/filed.ts'
import {
  listPersonJudgements,
  listPersonRows,
  listRoles,
  type PersonJudgement,
} from '../store/persons.ts'
import {
  findProposal,
  listProposalsOf,
  medianDays,
  type SealedProposal,
} from '../store/proposals.ts'
import { openPerson } from './sealed-person.ts'

/** On which rule each part of the file rests; each shown with its standing. */
export const basisRules = {
  director: 'director.age_min',
  owner: 'owner.khmer_share_min',
  staff: 'site.office_standard',
  representative: 'representative.abroad',
  recruiter: 'recruiter.registration',
  site: 'site.office_standard',
  'training-centre': 'site.training_centre',
  dormitory: 'site.dormitory_m2_person',
  contact: 'site.office_standard',
} as const
export type BasisPart = keyof typeof basisRules

export type AgencyFileRead = {
  readonly file: Dossier
  readonly warnings: readonly FileWarning[]
  /** Records that may be one person, and what was judged of them. */
  readonly alike: readonly AlikePair[]
  readonly judgements: readonly PersonJudgement[]
  readonly proposals: readonly OpenedProposal[]
  readonly basis: Readonly<Record<BasisPart, Rule | null>>
  /** In how many days half of the last year's proposals were decided; null where none was. */
  readonly usualDays: number | null
  readonly today: Day
}

type Asked = { readonly agencyId: string; readonly vault: Vault; readonly now: Date }

/** The file of one agency, for its own people and for officers; null where there is none to see. */
export async function readDossier(tx: Tx, asked: Asked): Promise<AgencyFileRead | null> {
  const opened = await openFile(tx, asked)
  if (!opened) return null
  const { file, comparable } = opened
  const { vault, now } = asked
  const today = dayOf(now)
  const yearAgo = new Date(now.getTime() - 365 * 86_400_000)
  const [book, judgements, sealed, usualDays] = await Promise.all([
    rulebook(tx, today),
    listPersonJudgements(tx, file.agencyId),
    listProposalsOf(tx, file.agencyId),
    medianDays(tx, yearAgo),
  ])
  return {
    ...{ file, judgements, usualDays, today },
    warnings: checkFile(file, fileRules(book), today),
    alike: findAlike(comparable),
    proposals: await openProposals(tx, vault, sealed),
    basis: basisIn(book),
  }
}

const basisIn = (book: Rulebook) =>
  Object.fromEntries(
    Object.entries(basisRules).map(([part, key]) => [part, findRule(book, key)]),
  ) as Record<BasisPart, Rule | null>

export const fileRules = (book: Rulebook): FileRules => ({
  khmerShareMin: findNumber(book, 'owner.khmer_share_min'),
  directorAgeMin: findNumber(book, 'director.age_min'),
  dormitoryM2: findNumber(book, 'site.dormitory_m2_person'),
  country: 'KH',
})

/** The facts alone, with what persons are compared by. */
export async function openFile(tx: Tx, { agencyId, vault }: Asked) {
  if (!isUuid(agencyId)) return null
  const [head, rows, roles, sites, contacts] = await Promise.all([
    findFileHead(tx, agencyId),
    listPersonRows(tx, agencyId),
    listRoles(tx, agencyId),
    listFiledSites(tx, agencyId),
    listFiledContacts(tx, agencyId),
  ])
  if (!head) return null
  const keys = await openPersonKeys(tx, vault, [...new Set(rows.map(({ keyId }) => keyId))])
  const people = rows.flatMap((row) => {
    const person = openPerson(vault, row, keys.get(row.keyId))
    return person ? [{ person, row }] : []
  })
  const file: Dossier = {
    ...{ agencyId: head.id, names: head.names, version: head.version, roles, sites, contacts },
    persons: people.map(({ person }) => person),
  }
  const comparable = people.map(({ person, row }) => ({
    ...person,
    sounds: row.sounds,
    identity: row.identityIndex && Buffer.from(row.identityIndex).toString('hex'),
    phone: row.phoneIndex && Buffer.from(row.phoneIndex).toString('hex'),
  }))
  return { file, comparable, rows }
}

export async function openProposals(
  tx: Tx,
  vault: Vault,
  sealed: readonly SealedProposal[],
): Promise<OpenedProposal[]> {
  const keys = await openPersonKeys(tx, vault, [...new Set(sealed.map(({ keyId }) => keyId))])
  return sealed.map(({ keyId, contentSealed, basisSealed, reasonSealed, ...plain }) => {
    const key = keys.get(keyId)
    return {
      ...plain,
      content: key ? (JSON.parse(vault.open(key, contentSealed)) as ProposalContent) : null,
      basis: key ? vault.open(key, basisSealed) : null,
      reason: key && reasonSealed ? vault.open(key, reasonSealed) : null,
    }
  })
}

export type ProposalRead = AgencyFileRead & { readonly proposal: OpenedProposal }

/** One proposal beside the file as it stands now. */
export async function readProposal(
  tx: Tx,
  { id, vault, now }: { readonly id: string; readonly vault: Vault; readonly now: Date },
): Promise<ProposalRead | null> {
  if (!isUuid(id)) return null
  const found = await findProposal(tx, id)
  if (!found) return null
  const [read, [proposal]] = await Promise.all([
    readDossier(tx, { agencyId: found.agencyId, vault, now }),
    openProposals(tx, vault, [found]),
  ])
  return read && proposal ? { ...read, proposal } : null
}
