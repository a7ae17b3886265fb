import { beforeAll, describe, expect, it } from 'vitest'
import { testMasterKey, useDatabase } from '../../../../tests/support/database.ts'
import { testFiles } from '../../../../tests/support/files.ts'
import { sealAll } from '../../../../tests/support/seal.ts'
import { verifyLedgers } from '../../../platform/events/verify.ts'
import { makeVault } from '../../../platform/vault/vault.ts'
import { loadCountryPack } from '../../../setup.ts'
import { anOfficer, aReceivedComplaint, taken } from '../testing/complaints.ts'
import { applyComplaintRetention } from './apply-retention.ts'

const { db, jobs, owner } = useDatabase()
const vault = makeVault(testMasterKey())
const deps = { db, vault }
beforeAll(() =>
  loadCountryPack(owner, { vault, files: testFiles(), now: new Date(), say: () => {} }),
)

const received = new Date('2024-03-01T03:00:00Z')

async function aComplaintClosedOn(at: Date): Promise<string> {
  const { id } = await aReceivedComplaint(deps, {}, { receivedAt: received })
  for (const action of ['register', 'propose-closure', 'close-with-consent'] as const) {
    const step = await taken(deps, anOfficer(), { complaintId: id, action, at })
    expect(step.ok).toBe(true)
  }
  return id
}

async function whatIsLeft(id: string) {
  const [row] = await owner`
    select content.wrapped is not null as words, contact.wrapped is not null as contact,
      k.contact_index is not null as "findableByContact",
      c.respondent_index is not null as "findableByRespondent",
      w.name_index is not null as "findableByName"
    from complaint c
    join complaint_contact k on k.complaint_id = c.id
    join person_key content on content.id = c.key_id
    join person_key contact on contact.id = k.key_id
    join worker w on w.id = c.worker_id
    where c.id = ${id}`
  return row
}

const everything = {
  words: true,
  contact: true,
  findableByContact: true,
  findableByRespondent: true,
  findableByName: true,
}

describe('forgetting', () => {
  it('leaves an open case and a case that ended lately alone', async () => {
    const open = await aReceivedComplaint(deps, {}, { receivedAt: received })
    const ended = await aComplaintClosedOn(new Date('2026-08-01T03:00:00Z'))

    await applyComplaintRetention(jobs, new Date('2026-11-20T03:00:00Z'))

    expect(await whatIsLeft(open.id)).toEqual(everything)
    expect(await whatIsLeft(ended)).toEqual(everything)
  })

  it('forgets how to reach her half a year after the end, and her words later', async () => {
    const ended = await aComplaintClosedOn(new Date('2024-05-01T03:00:00Z'))

    await applyComplaintRetention(jobs, new Date('2024-11-02T03:00:00Z'))
    const afterHalfAYear = await whatIsLeft(ended)
    await applyComplaintRetention(jobs, new Date('2029-05-02T03:00:00Z'))
    const afterFiveYears = await whatIsLeft(ended)

    expect(afterHalfAYear).toEqual({ ...everything, contact: false, findableByContact: false })
    expect(afterFiveYears).toEqual({
      words: false,
      contact: false,
      findableByContact: false,
      findableByRespondent: false,
      findableByName: false,
    })
    await sealAll({ jobs, owner })
    expect(await verifyLedgers(jobs)).toEqual([])
  })

  it('leaves nothing of a draft that ended', async () => {
    const ended = new Date('2026-11-20T03:00:00Z')
    await owner`
      insert into complaint_draft (token_hash, content_sealed, expires_at)
      values ('\\x01', '\\x02', ${ended}), ('\\x03', '\\x04', ${new Date('2026-11-20T04:00:00Z')})`

    await applyComplaintRetention(jobs, new Date('2026-11-20T03:00:01Z'))

    const left = await owner`select expires_at from complaint_draft`
    expect([...left]).toEqual([{ expires_at: new Date('2026-11-20T04:00:00Z') }])
  })
})
