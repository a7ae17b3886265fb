import type { Day } from '../../../kernel/days.ts'
import { dayOf } from '../../../kernel/days.ts'
import { isUuid } from '../../../kernel/ids.ts'
import type { Tx } from '../../../platform/db.ts'
import type { Vault } from '../../../platform/vault/vault.ts'
import {
  type AgencyId,
  type AgencyRecord,
  listPublicPersons,
  type PublicPerson,
  readAgency,
} from '../../agencies/index.ts'
import { findNumber, rulebook } from '../../law/index.ts'
import { type Answer, answerFor, isLiable } from '../rules/answer.ts'
import type { Licence } from '../rules/licence.ts'
import { type LicenceEvent, listWithHistory } from '../store/history.ts'

export type AgencyFile = {
  readonly agency: AgencyRecord
  readonly licences: readonly Licence[]
  readonly answer: Answer
  /** What happened to its licences, the newest first. */
  readonly history: readonly LicenceEvent[]
  /** True when a licence ended and the agency stays answerable. */
  readonly liable: boolean
  /** Null while the law's term is not known: then no end is shown. */
  readonly liabilityYears: number | null
  /** Those whom everybody may look up; none where the asker brings no keys. */
  readonly people: readonly PublicPerson[]
  readonly asOf: Day
}

/** The public file of one agency; null when there is none to see. */
export async function showAgency(
  tx: Tx,
  { id, now, vault }: { id: string; now: Date; vault?: Vault },
): Promise<AgencyFile | null> {
  if (!isUuid(id)) return null
  const today = dayOf(now)
  const [agency, { licences: all, history }, book, people] = await Promise.all([
    readAgency(tx, id),
    listWithHistory(tx, { agencyId: id as AgencyId, now }),
    rulebook(tx, today),
    vault ? listPublicPersons(tx, { agencyId: id, vault, on: today }) : [],
  ])
  if (!agency) return null
  const licences = all.filter(({ status }) => status !== 'applied' && status !== 'refused')
  return {
    agency,
    licences,
    answer: answerFor({ licences, warnings: agency.warnings, destination: null, today }),
    history,
    liable: licences.some((licence) => isLiable(licence, today)),
    liabilityYears: findNumber(book, 'licence.liability_years'),
    people,
    asOf: today,
  }
}
