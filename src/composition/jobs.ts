import { changeKinds } from '../change-kinds.ts'
import { followUps } from '../follow-ups.ts'
import { importers } from '../importers.ts'
import { dayOf } from '../kernel/days.ts'
import type { Lang, Reader } from '../kernel/reader.ts'
import { forgetEndedSignIns, reviewAccess } from '../modules/accounts/index.ts'
import { escalateClock, queueEscalations } from '../modules/casework/index.ts'
import { bringChangesIntoForce } from '../modules/changes/index.ts'
import { followDues, warnOfTimeBars } from '../modules/compensation/index.ts'
import { applyComplaintRetention } from '../modules/complaints/index.ts'
import { checkEvidence, tidyEvidence } from '../modules/evidence/index.ts'
import { carryOutImport, checkImport, forgetImportFiles } from '../modules/imports/index.ts'
import { followDeposits } from '../modules/ledger/index.ts'
import { readScan, setLetterCopies } from '../modules/letters/index.ts'
import { followTheCalendar } from '../modules/licences/index.ts'
import {
  type MessageId,
  queueDueMessages,
  type Senders,
  sendMessage,
  tidyMessages,
} from '../modules/messages/index.ts'
import { forgetConcerns, mustNotReach } from '../modules/protection/index.ts'
import { countFigures } from '../modules/statistics/index.ts'
import { readConfig } from '../platform/config.ts'
import type { Db } from '../platform/db.ts'
import { signDailyDigest } from '../platform/events/digest.ts'
import { makeComingPartitions } from '../platform/events/partitions.ts'
import { sealLedgers } from '../platform/events/seal.ts'
import type { Files } from '../platform/files/files.ts'
import { forgetLimits } from '../platform/http/limits.ts'
import { forgetSubmissions } from '../platform/http/submissions.ts'
import { checkMachine } from '../platform/operations/check-machine.ts'
import { publishStatusList } from '../platform/tokens/status-source.ts'
import type { Vault } from '../platform/vault/vault.ts'
import { statusSources } from '../status-sources.ts'
import type { FollowedEvent } from './following.ts'
import { forgetOldNotices, watchAlarms } from './operations/watch-alarms.ts'

export type JobDeps = {
  readonly db: Db
  readonly vault: Vault
  readonly files: Files
  readonly now: () => Date
  readonly senders: Senders
  readonly publicUrl: string
  readonly readers: Readonly<Record<Lang, Reader>>
}
export type Job = (deps: JobDeps, payload: Readonly<Record<string, unknown>>) => Promise<void>

/** Every job by its name in the queue. One that fails is tried again and stops no other. */
export const jobs: Readonly<Record<string, Job>> = {
  follow_up: async (deps, payload) => {
    const event = payload as FollowedEvent
    for (const follow of followUps[event.type] ?? []) await follow(deps, event)
  },
  seal_ledgers: ({ db }) => sealLedgers(db),
  sign_daily_digest: ({ db, vault, now }) => signDailyDigest(db, vault, dayOf(now())),
  queue_escalations: ({ db, now }) => queueEscalations(db, now()),
  escalate_clock: ({ db, now }, { clockId }) => escalateClock(db, String(clockId), now()),
  apply_retention: async ({ db, now }) => {
    await applyComplaintRetention(db, now())
    await forgetConcerns(db, now())
    await forgetSubmissions(db, now())
    await forgetEndedSignIns(db, now())
    await forgetLimits(db, now())
    await forgetOldNotices(db, now())
  },
  count_figures: ({ db, now }) => countFigures(db, now()),
  follow_dues: ({ db, now }) => followDues(db, now()),
  follow_deposits: ({ db, now }) => followDeposits(db, now()),
  warn_of_time_bars: ({ db, now }) => warnOfTimeBars(db, now()),
  review_access: ({ db, now }) => reviewAccess(db, now()),
  check_evidence: (deps, { evidenceId }) => checkEvidence(deps, String(evidenceId)),
  tidy_evidence: tidyEvidence,
  queue_messages: ({ db, now }) => queueDueMessages(db, now()),
  send_message: (deps, { id, queuedAt }) => {
    const ref = { id: String(id) as MessageId, queuedAt: new Date(String(queuedAt)) }
    return sendMessage({ ...deps, mustNotReach }, ref)
  },
  tidy_messages: ({ db, now }) => tidyMessages(db, now()),
  check_import: (deps, { runId }) => checkImport({ ...deps, importers }, String(runId)),
  carry_out_import: (deps, { runId }) => carryOutImport({ ...deps, importers }, String(runId)),
  forget_import_files: forgetImportFiles,
  read_letter_scan: (deps, { scanId }) => readScan(deps, String(scanId)),
  set_letter_copies: (deps, { letterId }) => setLetterCopies(deps, String(letterId)),
  follow_licence_calendar: ({ db, now }) => followTheCalendar(db, now()),
  publish_statuses: ({ db, vault, now }) =>
    publishStatusList({ db, vault, now: now(), sources: statusSources }),
  bring_changes_into_force: ({ db, now }) => bringChangesIntoForce(db, changeKinds, now()),
  check_machine: ({ db, now }) => checkMachine({ db, config: readConfig(process.env), now: now() }),
  watch_alarms: (deps) => watchAlarms({ ...deps, alarms: readConfig(process.env).alarms }),
  make_partitions: ({ db }) => makeComingPartitions(db),
}

/** When jobs come by themselves, in UTC: 17:00 is midnight in Phnom Penh. */
export const crontab = [
  '* * * * * seal_ledgers ?max=1',
  '* * * * * queue_escalations ?max=1',
  '5 17 * * * sign_daily_digest',
  '* * * * * queue_messages ?max=1',
  '*/15 * * * * apply_retention ?max=1',
  '*/15 * * * * tidy_evidence ?max=1',
  '10 * * * * forget_import_files ?max=1',
  '1 17 * * * follow_licence_calendar',
  // After what midnight brought; then each hour, where anything changed.
  '4 * * * * publish_statuses ?max=1',
  '*/5 * * * * bring_changes_into_force ?max=1',
  '20 17 * * * tidy_messages',
  '10 17 * * * review_access',
  '12 17 * * * follow_dues',
  '14 17 * * * follow_deposits',
  '15 17 * * * warn_of_time_bars',
  '40 * * * * count_figures ?max=1',
  '30 17 * * * make_partitions',
  '* * * * * check_machine ?max=1',
  '* * * * * watch_alarms ?max=1',
].join('\n')
