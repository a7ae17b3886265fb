import { beforeAll, describe, expect, it } from 'vitest'
import { useComplaintDesk } from '../../../../tests/support/complaint-desk.ts'
import { type Actor, complainantActor, publicActor, systemActor } from '../../../kernel/actor.ts'
import { ok } from '../../../kernel/result.ts'
import { readAs, transact } from '../../../platform/db.ts'
import { anOgg } from '../../evidence/testing/samples.ts'
import { addCaseNote } from '../actions/case-file-notes.ts'
import { giveEvidence } from '../actions/give-evidence.ts'
import { recordConsent } from '../actions/record-consent.ts'
import { sendMessage } from '../actions/send-message.ts'
import { taken } from '../testing/complaints.ts'

const desk = useComplaintDesk()
/** Three cases: of province 01 with everything on it, of 02, and one that the counsellor entered. */
const cases = { here: '', there: '', helped: '' }

beforeAll(async () => {
  const about = { respondentKind: 'agency', agencyId: desk.agencies[0] } as const
  cases.here = (await desk.aComplaint({ ...about, openness: 'confidential' })).id
  cases.there = (await desk.aComplaint({ province: '02' })).id
  const helpedBy = desk.personId('counsellor')
  cases.helped = (await desk.aComplaint({ province: '03' }, { helpedBy })).id
  const officer = await desk.actor('officer')
  const at = new Date('2026-11-20T04:00:00Z')
  await taken(desk, officer, { complaintId: cases.here, action: 'register' })
  await taken(desk, officer, { complaintId: cases.here, action: 'ask-agency' })
  for (const complaintId of Object.values(cases)) {
    const note = { vault: desk.vault, complaintId, words: 'a note', at }
    await transact(desk.db, officer, (tx) => addCaseNote(tx, officer, note))
    const her = complainantActor(complaintId)
    const message = { vault: desk.vault, words: 'a message', at }
    await transact(desk.db, her, (tx) => sendMessage(tx, her, message))
    const given = [{ name: null, whole: true, bytes: anOgg() }]
    const { vault, files } = desk
    const voice = { vault, files, complaintId, origin: 'complainant-follow', given, at } as const
    await transact(desk.db, her, (tx) => giveEvidence(tx, her, voice))
  }
  const consent = { vault: desk.vault, complaintId: cases.here, version: 3, at }
  const given = await transact(desk.db, officer, (tx) =>
    recordConsent(tx, officer, { ...consent, item: 'name', change: 'give', how: 'phone' }),
  )
  expect(given).toEqual(ok(null))
  await desk.owner`
    insert into receipt_session (token_hash, complaint_id, expires_at)
    values ('x', ${cases.here}, now() + interval '1 hour')`
})

/** Of every table that holds something of a case: of which cases somebody sees a row. */
const tables = {
  complaint: 'select id from complaint',
  complaint_contact: 'select complaint_id as id from complaint_contact',
  complaint_claim: 'select complaint_id as id from complaint_claim',
  complaint_message: 'select complaint_id as id from complaint_message',
  agency_inquiry: 'select complaint_id as id from agency_inquiry',
  event: `select record_id as id from event where record_type = 'complaint'`,
  clock: `select record_id as id from clock where record_type = 'complaint'`,
  evidence: 'select record_id as id from evidence',
  note: `select record_id as id from note where record_type = 'complaint'`,
  consent: `select record_id as id from consent where record_type = 'complaint'`,
} as const

async function seenBy(actor: Actor): Promise<Record<string, readonly string[]>> {
  const names = Object.entries(cases)
  return readAs(desk.db, actor, async (tx) => {
    const seen: Record<string, readonly string[]> = {}
    for (const [table, query] of Object.entries(tables)) {
      const rows = await tx.unsafe<{ id: string }[]>(query)
      const ids = new Set(rows.map(({ id }) => id))
      seen[table] = names.filter(([, id]) => ids.has(id)).map(([name]) => name)
    }
    return seen
  })
}

/** What somebody sees who sees these cases and everything that hangs on them. */
const whole = (...seen: readonly (keyof typeof cases)[]) => ({
  complaint: seen,
  complaint_contact: seen,
  complaint_claim: seen,
  complaint_message: seen,
  agency_inquiry: seen.filter((name) => name === 'here'),
  event: seen,
  clock: seen,
  evidence: seen,
  note: seen,
  consent: seen.filter((name) => name === 'here'),
})
const nothing = whole()

describe('of what hangs on a case', () => {
  it.each([
    ['officer', whole('here', 'there', 'helped')],
    ['head', whole('here', 'there', 'helped')],
    ['officer-bmc', whole('here')],
    ['officer-bat', whole('there')],
    // A helper reads the case that she entered, but not what officers write for each other.
    ['counsellor', { ...whole('helped'), note: [] }],
    ['licensing', nothing],
    ['licensing-head', nothing],
    ['admin', nothing],
    // An agency sees its inquiry, and of the case behind it not one row.
    ['clerk', { ...nothing, agency_inquiry: ['here'] }],
    ['clerk2', nothing],
  ] as const)('%s sees exactly these rows', async (login, seen) => {
    expect(await seenBy(await desk.actor(login))).toEqual(seen)
  })

  it('a complainant sees her own case without notes, and no other', async () => {
    const seen = await seenBy(complainantActor(cases.here))

    expect(seen).toEqual({ ...whole('here'), note: [] })
  })

  it('somebody unknown, or signed in without a role, sees nothing', async () => {
    const bare = { ...(await desk.actor('officer')), roles: [], areas: [] }

    expect(await seenBy(publicActor)).toEqual(nothing)
    expect(await seenBy(bare)).toEqual(nothing)
  })

  it('a job sees all', async () => {
    expect(await seenBy(systemActor('test'))).toEqual(whole('here', 'there', 'helped'))
  })

  it('an officer of another province moves no case of this one, whatever is written', async () => {
    const there = await desk.actor('officer-bat')

    const changed = await transact(desk.db, there, async (tx) =>
      ok((await tx`update complaint set version = version`).count),
    )

    expect(changed).toEqual(ok(1))
  })

  it('an agency’s transaction changes nothing but its own inquiry', async () => {
    const clerk = await desk.actor('clerk2')

    const changed = await transact(desk.db, clerk, async (tx) => {
      const counts = [
        await tx`update complaint set version = version + 1`,
        await tx`update complaint_message set read_at = now()`,
        await tx`update agency_inquiry set version = version + 1`,
        await tx`update consent set withdrawn_at = now()`,
        await tx`update clock set due_at = now()`,
      ]
      return ok(counts.map(({ count }) => count))
    })

    expect(changed).toEqual(ok([0, 0, 0, 0, 0]))
  })
})
