import { type Actor, hasRole, type Role } from '../kernel/actor.ts'
import { peopleAccess } from '../modules/accounts/index.ts'
import { depositReaders } from '../modules/ledger/index.ts'
import { letterWriters } from '../modules/letters/index.ts'
import { routes } from '../routes.ts'
import type { RailEntry } from '../ui/reader.ts'

type Entry = RailEntry & { readonly for: readonly Role[] }

const entries: readonly Entry[] = [
  {
    key: 'rail.complaints',
    href: routes.complaints.path,
    icon: 'inbox',
    for: ['complaints-officer', 'complaints-head', 'caseworker', 'counsellor'],
  },
  {
    key: 'rail.complaint-entry',
    href: routes.complaintEntry.path,
    icon: 'file-plus',
    for: ['complaints-officer', 'complaints-head', 'counsellor'],
  },
  {
    key: 'rail.protected',
    href: routes.protectedCases.path,
    icon: 'shield',
    for: ['caseworker', 'complaints-head'],
  },
  {
    key: 'rail.concerns',
    href: routes.concerns.path,
    icon: 'eye',
    for: ['counsellor', 'complaints-officer', 'complaints-head', 'caseworker'],
  },
  { key: 'rail.oversight', href: routes.oversight.path, icon: 'eye', for: ['oversight'] },
  {
    key: 'rail.conflicts',
    href: routes.conflicts.path,
    icon: 'scale',
    for: ['complaints-officer', 'complaints-head'],
  },
  {
    key: 'rail.time-bars',
    href: routes.timeBars.path,
    icon: 'calendar-clock',
    for: ['complaints-officer', 'complaints-head', 'caseworker'],
  },
  {
    key: 'rail.proceedings',
    href: routes.openProceedings.path,
    icon: 'clipboard-list',
    for: ['complaints-officer', 'complaints-head'],
  },
  {
    key: 'rail.letters',
    href: routes.letters.path,
    icon: 'stamp',
    for: letterWriters,
  },
  {
    key: 'rail.paper-forms',
    href: routes.paperForms.path,
    icon: 'printer',
    for: ['complaints-officer', 'complaints-head', 'counsellor'],
  },
  {
    key: 'rail.payments',
    href: routes.payments.path,
    icon: 'banknote',
    for: ['complaints-officer', 'complaints-head', 'caseworker'],
  },
  {
    key: 'rail.pay-outs',
    href: routes.payOuts.path,
    icon: 'clipboard-list',
    for: ['complaints-officer', 'complaints-head', 'caseworker'],
  },
  { key: 'rail.own-dues', href: routes.ownDues.path, icon: 'banknote', for: ['agency-clerk'] },
  { key: 'rail.inquiries', href: routes.inquiries.path, icon: 'mail', for: ['agency-clerk'] },
  { key: 'rail.matters', href: routes.matters.path, icon: 'users', for: ['agency-clerk'] },
  {
    key: 'rail.agencies',
    href: routes.officerAgencies.path,
    icon: 'building',
    for: [
      'complaints-officer',
      'complaints-head',
      'counsellor',
      'licensing-officer',
      'licensing-head',
    ],
  },
  {
    key: 'rail.agency-proposals',
    href: routes.agencyProposals.path,
    icon: 'clipboard-check',
    for: ['licensing-officer', 'licensing-head'],
  },
  { key: 'rail.own-file', href: routes.ownFile.path, icon: 'building', for: ['agency-clerk'] },
  { key: 'rail.deposits', href: routes.deposits.path, icon: 'landmark', for: depositReaders },
  {
    key: 'rail.own-deposit',
    href: routes.ownDeposit.path,
    icon: 'landmark',
    for: ['agency-clerk'],
  },
  {
    key: 'rail.imports',
    href: routes.imports.path,
    icon: 'upload',
    for: ['licensing-head', 'complaints-head'],
  },
  {
    key: 'rail.administration',
    href: routes.administration.path,
    icon: 'settings',
    for: ['complaints-head', 'licensing-head', 'administrator'],
  },
  {
    key: 'rail.operations',
    href: routes.operations.path,
    icon: 'list-checks',
    for: ['administrator'],
  },
  {
    key: 'rail.people',
    href: routes.people.path,
    icon: 'users',
    for: peopleAccess.look,
  },
  { key: 'rail.outbox', href: routes.outbox.path, icon: 'send', for: ['administrator'] },
  {
    key: 'rail.voice',
    href: routes.phrases.path,
    icon: 'megaphone',
    for: ['counsellor', 'administrator'],
  },
]

/** The officers' left rail: what this person may open, and nothing else. */
export const rail = (actor: Actor): readonly RailEntry[] =>
  actor.kind === 'person' ? entries.filter((entry) => hasRole(actor, ...entry.for)) : []
