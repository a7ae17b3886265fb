import {
  confirmAddress,
  tellAgency,
  tellApprovers,
  tellOfDeposit,
  tellSecondPersons,
  tellSignatories,
} from './composition/tell-waiting.ts'
import { sendContactCode } from './modules/agencies/index.ts'
import { recountCredits } from './modules/compensation/index.ts'
import {
  assignByLot,
  type CaseLinks,
  keepReceiptDocument,
  noteAwaitedWord,
  noteAwaitedWordOfDraw,
  receiveAgencyAnswer,
  recountAfterChange,
  tellComplainant,
  tellOwner,
} from './modules/complaints/index.ts'
import {
  endMeetingsOfProtected,
  followAgencyAnswer,
  noteUnanswered,
} from './modules/conciliation/index.ts'
import { readCheckedScan } from './modules/letters/index.ts'
import { tellPassedDay } from './modules/proceedings/index.ts'
import { mustNotBeTold, startScreeningClock, staysInside } from './modules/protection/index.ts'
import type { Db } from './platform/db.ts'
import type { Files } from './platform/files/files.ts'
import { publishStatusList } from './platform/tokens/status-source.ts'
import type { Vault } from './platform/vault/vault.ts'
import { routes } from './routes.ts'
import { statusSources } from './status-sources.ts'

/** What a follow-up is given: ids only; it reads the current state again. */
export type FollowedEvent = {
  readonly eventId: string
  readonly type: string
  readonly recordId: string
}
export type FollowUpDeps = {
  readonly db: Db
  readonly vault: Vault
  readonly files: Files
  readonly now: () => Date
  /** Where the site is found: messages carry a link. */
  readonly publicUrl: string
}
export type FollowUp = (deps: FollowUpDeps, event: FollowedEvent) => Promise<void>

/** The addresses that messages carry. */
const linksAt = (publicUrl: string): CaseLinks => {
  const site = publicUrl.replace(/\/$/, '')
  return {
    follow: (language) => `${site}${language === 'en' ? '/en' : ''}${routes.follow.href()}`,
    complaint: (id) => `${site}${routes.complaint.href({ id })}`,
  }
}
const toldComplainant: FollowUp = (deps, event) =>
  tellComplainant({ ...deps, links: linksAt(deps.publicUrl), mustNotBeTold }, event)
const toldOwner: FollowUp = (deps, event) =>
  tellOwner({ ...deps, links: linksAt(deps.publicUrl) }, event)

/** To the number itself, with where its agency types it. */
const sentContactCode: FollowUp = (deps, event) =>
  sendContactCode(
    { ...deps, link: `${deps.publicUrl.replace(/\/$/, '')}${routes.ownFile.href()}` },
    event,
  )

/** One of the body's officers, unless only somebody outside may deal with it. */
const drawnInsideBody: FollowUp = async (deps, event) => {
  if (await staysInside(deps, event)) await assignByLot(deps, event)
}

/** What the page says at once, telephones without network learn from the next list. */
const listedStatuses: FollowUp = ({ db, vault, now }) =>
  publishStatusList({ db, vault, now: now(), sources: statusSources })

/** Every event and what happens next. An event without consequences has an empty list here. */
export const followUps: Readonly<Record<string, readonly FollowUp[]>> = {
  'agency.change-accepted': [],
  'agency.change-proposed': [],
  'agency.change-refused': [],
  'agency.change-withdrawn': [],
  'agency.code-asked': [sentContactCode],
  'agency.contact-proven': [],
  'agency.link-judged': [],
  'agency.persons-judged': [],
  'change.approved': [],
  'change.came-into-force': [recountAfterChange],
  'change.lapsed': [],
  'change.proposed': [tellApprovers],
  'change.refused': [],
  'change.stopped': [],
  'change.superseded': [],
  'change.withdrawn': [],
  'complaint.agency-answered': [toldComplainant],
  'complaint.agency-asked': [tellAgency],
  'complaint.assigned': [toldOwner],
  'complaint.clock-ran-out': [],
  'complaint.claim-filed-elsewhere': [],
  'complaint.closed-with-consent': [toldComplainant],
  'complaint.closure-agreed': [],
  'complaint.agency-silent': [toldComplainant],
  'complaint.closure-proposed': [toldComplainant],
  'complaint.consent-given': [],
  'complaint.consent-withdrawn': [],
  'complaint.continued': [],
  'complaint.evidence-given': [],
  'complaint.evidence-released': [toldComplainant],
  'complaint.kept-as-warning': [],
  'complaint.message-sent': [toldComplainant, toldOwner],
  'complaint.new-digits-given': [],
  'complaint.note-added': [],
  'complaint.recording-summarised': [],
  'complaint.old-file-compared': [],
  'complaint.received': [assignByLot, toldComplainant, keepReceiptDocument, startScreeningClock],
  'complaint.registered': [toldComplainant],
  'complaint.reopened': [assignByLot],
  'complaint.said-not-solved': [],
  'complaint.time-bar-near': [toldOwner],
  'complaint.time-bar-passed': [toldOwner],
  'complaint.transferred': [assignByLot, toldComplainant],
  'complaint.withdrawal-asked': [],
  'complaint.withdrawn': [],
  'complaint.claim-added': [],
  'complaint.claim-changed': [],
  'complaint.closed-by-confirmation': [],
  'complaint.closed-without-confirmation': [toldComplainant],
  'complaint.conciliation-begun': [toldComplainant],
  'complaint.decided': [toldComplainant],
  'complaint.conflict-found': [assignByLot],
  'complaint.gave-back': [],
  'complaint.merged': [],
  'complaint.not-settled': [toldComplainant],
  'complaint.outcome-recorded': [toldComplainant],
  'complaint.party-added': [],
  'complaint.party-ended': [],
  'complaint.person-changed': [],
  'complaint.person-corrected': [],
  'complaint.person-left': [],
  'complaint.person-written-to': [],
  'complaint.person-receipt-given': [],
  'complaint.persons-added': [],
  'complaint.recorded-late': [],
  'complaint.representative-replaced': [],
  'complaint.resumed': [toldComplainant],
  'complaint.review-set': [],
  'complaint.settled': [toldComplainant],
  'complaint.statement-added': [],
  'complaint.deadline-missed': [],
  'complaint.took-over': [],
  'complaint.unmerged': [assignByLot],
  'complaint.waiting-elsewhere': [toldComplainant],
  'complaint.withdrawal-call-noted': [],
  'complaint.answer-recorded': [],
  'complaint.payment-recorded': [toldComplainant, noteAwaitedWord],
  'complaint.payment-confirmed': [noteAwaitedWord],
  'complaint.payment-rejected': [toldOwner, recountCredits, noteAwaitedWord],
  'complaint.payment-reminded': [],
  'complaint.payment-overdue': [toldOwner],
  'complaint.remedy-reported': [],
  'complaint.remedy-confirmed': [],
  'complaint.remedy-rejected': [],
  'complaint.plan-ended': [],
  'complaint.pay-out-planned': [toldComplainant],
  'complaint.pay-out-missed': [],
  'complaint.pay-wish-recorded': [],
  'conciliation.called-off': [],
  'conciliation.cost-recorded': [],
  'conciliation.evidence-sorted': [],
  'conciliation.failed': [],
  'conciliation.held': [],
  'conciliation.invited': [],
  'conciliation.not-held': [],
  'conciliation.planned': [],
  'conciliation.postponed': [],
  'conciliation.settled': [],
  'decision.agency-accepted': [followAgencyAnswer, toldOwner],
  'decision.agency-refused': [followAgencyAnswer, toldOwner],
  'decision.appealed': [],
  'decision.clock-ran-out': [noteUnanswered],
  'decision.changed': [],
  'decision.drafted': [],
  'decision.dropped': [],
  'decision.issued': [],
  'decision.set-aside': [],
  'decision.unanswered': [toldOwner],
  'decision.upheld': [],
  'deposit.opened': [],
  'deposit.raised': [],
  'deposit.released': [],
  'deposit.alarm-raised': [tellOfDeposit],
  'deposit.guarantee-given': [],
  'deposit.guarantee-replaced': [],
  'deposit.guarantee-extended': [],
  'deposit.guarantee-expired': [],
  'deposit.override-proposed': [],
  'deposit.override-signed': [],
  'deposit.override-refused': [],
  'deposit.override-withdrawn': [],
  'deposit.release-proposed': [],
  'deposit.release-signed': [],
  'deposit.release-executed': [],
  'deposit.release-withdrawn': [],
  'deposit.release-refused': [],
  'deposit.workers-declared': [],
  'deposit.demand-made': [],
  'deposit.demand-met': [],
  'deposit.demand-withdrawn': [],
  'draw.executed': [noteAwaitedWordOfDraw],
  'draw.proposed': [],
  'draw.refused': [],
  'draw.signed': [],
  'draw.withdrawn': [],
  'file.checked': [readCheckedScan],
  'file.refused': [readCheckedScan],
  'agency.register-changed': [],
  'import.carried-out': [],
  'import.confirmed': [],
  'import.dropped': [],
  'import.out-of-date': [],
  'import.uploaded': [],
  'inquiry.answered': [receiveAgencyAnswer],
  'letter.drafted': [],
  'letter.dropped': [],
  'letter.filed': [],
  'letter.old-file-compared': [],
  'letter.passed-up': [tellSignatories],
  'letter.received': [],
  'letter.rewritten': [],
  'letter.scan-added': [],
  'letter.scans-handed-in': [],
  'letter.sent': [],
  'letter.sent-back': [],
  'letter.sent-down': [],
  'letter.signed': [],
  'letter.withdrawn': [],
  'licence.expired': [listedStatuses],
  'licence.granted': [listedStatuses],
  'licence.refused': [],
  'licence.reinstated': [listedStatuses],
  'licence.revoked': [listedStatuses],
  'licence.surrendered': [listedStatuses],
  'licence.suspended': [listedStatuses],
  'message.sent-again': [],
  'person.added': [],
  'person.assigned': [],
  'person.delegation-ended': [],
  'person.delegation-given': [],
  'person.disabled': [],
  'person.enabled': [],
  'person.chat-linked': [],
  'person.chat-unlinked': [],
  'person.first-administrator-made': [],
  'person.first-password-given': [],
  'person.identity-linked': [],
  'person.identity-unlinked': [],
  'person.passkey-added': [],
  'person.passkey-removed': [],
  'person.password-changed': [],
  'person.request-refused': [],
  'person.request-withdrawn': [],
  'person.email-confirmed': [],
  'person.email-given': [confirmAddress],
  'person.email-removed': [],
  'person.reset-proposed': [tellSecondPersons],
  'person.role-confirmed': [],
  'person.role-ended': [],
  'person.role-lapsed': [],
  'person.role-proposed': [tellSecondPersons],
  'person.second-factor-reset': [],
  'person.second-factor-set': [],
  'person.signed': [],
  'person.token-made': [],
  'person.token-revoked': [],
  'payout.planned': [],
  'payout.recorded': [],
  'proceeding.appealed': [],
  'proceeding.award-recorded': [],
  'proceeding.clock-ran-out': [tellPassedDay],
  'proceeding.day-passed': [toldOwner],
  'proceeding.decided': [],
  'proceeding.ended': [],
  'proceeding.enforced': [],
  'proceeding.entry-added': [],
  'proceeding.filed': [],
  'proceeding.heard': [],
  'proceeding.investigated': [],
  'proceeding.looked-at': [],
  'proceeding.recorded': [],
  'protection.best-interest-decided': [],
  'protection.best-interest-opened': [],
  'protection.best-interest-proposed': [],
  'protection.best-interest-step': [],
  'protection.contact-barred': [],
  'protection.contact-unbarred': [],
  'protection.ended': [],
  'protection.given-to-caseworker': [],
  'protection.look-ended': [],
  'protection.look-granted': [],
  'protection.looked-again': [],
  'protection.office-named': [drawnInsideBody],
  'protection.placed': [endMeetingsOfProtected],
  'protection.referral-moved': [],
  'protection.referral-prepared': [],
  'protection.retaliation': [],
  'protection.retaliation-answered': [],
  'protection.screened': [],
  'protection.training-kept': [],
}

/** The events whose recording queues a job. */
export const followedEvents = (): string[] =>
  Object.keys(followUps).filter((type) => (followUps[type] ?? []).length > 0)
