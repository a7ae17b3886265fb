import { beforeAll, describe, expect, it } from 'vitest'
import { useComplaintDesk } from '../../../../tests/support/complaint-desk.ts'
import { transact } from '../../../platform/db.ts'
import { inquiriesOf, taken } from '../testing/complaints.ts'
import { answerInquiry } from './answer-inquiry.ts'
import { applyComplaintRetention } from './apply-retention.ts'
import { recordConsent } from './record-consent.ts'

const desk = useComplaintDesk()
const words = {
  workerName: 'Vuthy Aphram',
  story: 'The agency Zxqv kept my passport.',
  question: 'Where is the passport of Zxqv?',
  answer: 'In the drawer of Zxqv.',
}
const at = new Date('2026-11-20T05:00:00Z')
let complaintId = ''
let inquiryId = ''

/** The tables in which this lies readable, as text or as the bytes of its text. */
async function tablesThatSay(needle: string): Promise<string[]> {
  const tables = await desk.owner<{ name: string }[]>`
    select format('%I.%I', nspname, relname) as name
    from pg_class c join pg_namespace n on n.oid = c.relnamespace
    where nspname in ('public', 'graphile_worker') and relkind in ('r', 'p') and not relispartition`
  const hex = Buffer.from(needle, 'utf8').toString('hex')
  const found: string[] = []
  for (const { name } of tables) {
    const rows = await desk.owner`
      select from ${desk.owner.unsafe(name)} t
      where strpos(t::text, ${needle}) > 0 or strpos(t::text, ${hex}) > 0 limit 1`
    if (rows.length > 0) found.push(name)
  }
  return found
}

/** A named case whose story may be shown, asked about and answered. */
beforeAll(async () => {
  const officer = await desk.actor('officer')
  const clerk = await desk.actor('clerk')
  const { workerName, story, question, answer } = words
  const agency = { respondentKind: 'agency', agencyId: desk.agencies[0] } as const
  complaintId = (await desk.aComplaint({ ...agency, openness: 'named', workerName, story })).id
  await taken(desk, officer, { complaintId, action: 'register' })
  await taken(desk, officer, { complaintId, action: 'ask-agency', words: question })
  const consent = { item: 'story', change: 'give', how: 'phone' } as const
  const agreed = await transact(desk.db, officer, (tx) =>
    recordConsent(tx, officer, { vault: desk.vault, complaintId, version: 3, at, ...consent }),
  )
  inquiryId = (await inquiriesOf(desk, complaintId))[0]?.id ?? ''
  const answered = await transact(desk.db, clerk, (tx) =>
    answerInquiry(tx, clerk, { vault: desk.vault, inquiryId, answer, at }),
  )
  expect([agreed.ok, answered.ok]).toEqual([true, true])
})

describe('what an agency is asked and shown, and what it answers', () => {
  it('lies in no table in the clear', async () => {
    await desk.owner`
      insert into complaint_draft (token_hash, content_sealed, expires_at)
      values ('\\x01', convert_to('in the clear', 'UTF8'), now())`
    expect(await tablesThatSay('in the clear')).toEqual(['public.complaint_draft'])
    expect(await tablesThatSay('Example Agency 1')).toContain('public.agency')

    const found = await Promise.all(Object.values(words).map(tablesThatSay))

    expect(found).toEqual([[], [], [], []])
  })

  it('is read by the agency’s people and by the officers of the case', async () => {
    const clerk = await desk.signedIn('clerk')
    const { body } = await clerk.get(`/en/agency/inquiries/${inquiryId}`)

    expect(await inquiriesOf(desk, complaintId)).toMatchObject([words])
    expect(Object.values(words).filter((each) => !body.includes(each))).toEqual([])
  })

  it('can be read by nobody once its term has run; the answer still counts as given', async () => {
    await desk.owner`
      update complaint set status = 'closed', closed_at = '2020-01-01', next_due_at = null
      where id = ${complaintId}`

    await applyComplaintRetention(desk.jobs, at)

    const [inquiry] = await inquiriesOf(desk, complaintId)
    expect(inquiry).toMatchObject({
      ...{ status: 'answered', question: '', workerName: null, story: null, answer: null },
    })
    const clerk = await desk.signedIn('clerk')
    const { body } = await clerk.get(`/en/agency/inquiries/${inquiryId}`)
    expect(body).toContain('The words were destroyed when their term ended.')
    expect(body).not.toContain('<textarea')
  })
})
