import { hasRole } from '../../../../kernel/actor.ts'
import { dayOf } from '../../../../kernel/days.ts'
import type { Tx } from '../../../../platform/db.ts'
import type { Visit } from '../../../../platform/http/route.ts'
import { listOffices, type Office, type Officer } from '../../../accounts/index.ts'
import type { Clock } from '../../../casework/index.ts'
import { clockRule, findRule, rulebook, type Standing } from '../../../law/index.ts'
import {
  letterWriters,
  listLettersAbout,
  openHeadings,
  type WithHeading,
} from '../../../letters/index.ts'
import type { Names } from '../../../places/index.ts'
import { listAssignable } from '../../actions/assign-complaint.ts'
import { type CaseFile, readCaseFile } from '../../actions/case-file.ts'
import { isCompetent } from '../../actions/transfer-complaint.ts'
import { type NameBook, readNames } from './names.ts'

/** A clock with what the law says of it; an unknown rule has no term. */
export type ClockView = Clock & { readonly name: Names; readonly standing: Standing }

/** A case with everything that its page says in words. */
export type CaseView = {
  readonly file: CaseFile
  readonly clocks: readonly ClockView[]
  readonly names: NameBook
  readonly offices: readonly Office[]
  readonly officers: readonly Officer[]
  /** About this case; null for whoever has nothing to do with letters. */
  readonly letters: readonly WithHeading[] | null
  readonly now: Date
}

export async function readCaseView(visit: Visit, tx: Tx): Promise<CaseView | null> {
  const { actor, vault, now, params } = visit
  const file = await readCaseFile(tx, actor, { vault, id: params.id ?? '' })
  if (!file) return null
  const { complaint } = file
  const mayAssign = file.tasks.includes('assign')
  const mayRead = hasRole(actor, ...letterWriters)
  const [clocks, names, offices, officers, letters] = await Promise.all([
    clockViews(tx, file.clocks),
    readNames(tx, { people: peopleOf(file), agencies: [complaint.agencyId] }),
    listOffices(tx),
    mayAssign ? listAssignable(tx, complaint, now) : [],
    mayRead ? listLettersAbout(tx, complaint.id) : null,
  ])
  const opened = letters && (await openHeadings(tx, vault, letters))
  return { file, clocks, names, offices, officers, letters: opened, now }
}

async function clockViews(tx: Tx, clocks: readonly Clock[]): Promise<ClockView[]> {
  const views: ClockView[] = []
  for (const clock of clocks) {
    const book = await rulebook(tx, dayOf(clock.startedAt))
    const rule = findRule(book, clock.ruleKey)
    const term = clockRule(book, clock.ruleKey)
    const standing = term?.standing ?? 'unknown'
    views.push({ ...clock, standing, name: rule?.name ?? { km: clock.kind, en: clock.kind } })
  }
  return views
}

const peopleOf = ({ complaint, details, events, written }: CaseFile): (string | null)[] => [
  complaint.ownerId,
  details.helpedBy,
  ...events.map((event) => (event.actorKind === 'person' ? event.actorId : null)),
  ...events.map(({ data }) => (typeof data.owner === 'string' ? data.owner : null)),
  ...written.map(({ authorId }) => authorId),
]

/** Offices that may take the case over. */
export const otherOffices = ({ offices, file }: CaseView): readonly Office[] =>
  offices.filter((office) => isCompetent(office) && office.id !== file.complaint.officeId)
