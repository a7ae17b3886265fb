import type { Complaint } from './complaint.ts'
import { type DisclosableItem, disclosableItems } from './disclosure.ts'
import { isOpen } from './lifecycle.ts'

export type ConsentFacts = {
  readonly complaint: Pick<Complaint, 'agencyId' | 'openness' | 'status'>
  /** A consent is somebody's: her record exists. */
  readonly hasWorker: boolean
  readonly hasStory: boolean
  /** A recording that an officer summed up: of any other there is nothing to show. */
  readonly hasRecording: boolean
}

/**
 * What the complainant may agree to show, item by item. Named: the agency has the name already.
 * Anonymous: nothing is shown. A broker or employer is never asked through the platform.
 */
export function consentItemsFor({
  complaint,
  hasWorker,
  hasStory,
  hasRecording,
}: ConsentFacts): DisclosableItem[] {
  const { agencyId, openness, status } = complaint
  if (agencyId === null || openness === 'anonymous' || !isOpen(status) || !hasWorker) return []
  const offered = { name: openness === 'confidential', story: hasStory, recording: hasRecording }
  return disclosableItems.filter((item) => offered[item])
}
