import { expect, it } from 'vitest'
import { testMasterKey } from '../../../../tests/support/database.ts'
import { useDemonstration } from '../../../../tests/support/demonstration.ts'
import { makeVault } from '../../../platform/vault/vault.ts'
import { anOfficer, aReceivedComplaint, taken } from '../testing/complaints.ts'

const { db, owner } = useDemonstration()
const deps = { db, vault: makeVault(testMasterKey()) }

it('lets an officer go on when the agency stays silent, and keeps that it did', async () => {
  const [agency] = await owner`select id from agency limit 1`
  const respondent = { respondentKind: 'agency', agencyId: String(agency!.id) } as const
  const { id } = await aReceivedComplaint(deps, respondent)
  const step = (action: Parameters<typeof taken>[2]['action'], at: string) =>
    taken(deps, anOfficer(), { complaintId: id, action, at: new Date(at) })
  await step('register', '2026-11-20T04:00:00Z')
  await step('ask-agency', '2026-11-20T05:00:00Z')

  const gone = await step('go-on-without-answer', '2026-11-28T05:00:00Z')

  expect(gone).toEqual({ ok: true, value: 'registered' })
  const [inquiry] = await owner`select status from agency_inquiry where complaint_id = ${id}`
  const [clock] = await owner`
    select outcome from clock where record_id = ${id} and kind = 'agency-answer'`
  const [event] = await owner`
    select to_status from event where record_id = ${id} and type = 'complaint.agency-silent'`
  expect([inquiry!.status, clock!.outcome, event!.to_status]).toEqual([
    'withdrawn',
    'missed',
    'registered',
  ])
})
