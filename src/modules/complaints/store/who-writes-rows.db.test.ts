import { beforeAll, describe, expect, it } from 'vitest'
import { useComplaintDesk } from '../../../../tests/support/complaint-desk.ts'
import { type Actor, complainantActor, publicActor, systemActor } from '../../../kernel/actor.ts'
import { ok } from '../../../kernel/result.ts'
import { readAs, type Tx, transact } from '../../../platform/db.ts'
import { destroyPersonKey, type PersonKeyId } from '../../../platform/vault/person-keys.ts'
import { recordConsent } from '../actions/record-consent.ts'
import { inquiriesOf, taken } from '../testing/complaints.ts'
import { forgetContents } from './retention.ts'

const desk = useComplaintDesk()
const cases = { here: '', there: '', helped: '' }
const who: Record<string, Actor> = {}

beforeAll(async () => {
  const about = { respondentKind: 'agency', agencyId: desk.agencies[0] } as const
  cases.here = (await desk.aComplaint({ ...about, openness: 'confidential' })).id
  cases.there = (await desk.aComplaint({ province: '02' })).id
  const helpedBy = desk.personId('counsellor')
  cases.helped = (await desk.aComplaint({ province: '03' }, { helpedBy })).id
  for (const login of ['officer', 'officer-bmc', 'licensing', 'admin', 'counsellor', 'clerk'])
    who[login] = await desk.actor(login)
  Object.assign(who, {
    public: publicActor,
    system: systemActor('test'),
    'complainant of here': complainantActor(cases.here),
    'complainant of there': complainantActor(cases.there),
    'nobody any more': { ...(await desk.actor('officer')), roles: [], areas: [] },
  })
  const officer = who.officer as Actor
  await taken(desk, officer, { complaintId: cases.here, action: 'register' })
  await taken(desk, officer, { complaintId: cases.here, action: 'ask-agency' })
})

/** Who may do this; the rows that are refused say so, or are not there. */
async function whoMay(write: (tx: Tx, actor: Actor) => Promise<{ count: number }>) {
  const may: string[] = []
  for (const [name, actor] of Object.entries(who)) {
    const tried = transact<number, number>(desk.db, actor, async (tx) => ({
      // Undone, so that each finds the same rows.
      ...{ ok: false, refusal: (await write(tx, actor)).count },
    }))
    const done = await tried.catch((error: { code?: string }) => {
      if (error.code !== '42501') throw error
      return ok(0)
    })
    if (!done.ok && done.refusal > 0) may.push(name)
  }
  return may
}

const keyOfHere = async (): Promise<string> => {
  const [row] = await desk.owner`select key_id as id from complaint where id = ${cases.here}`
  return row!.id
}

describe('about the case here', () => {
  it('the office’s own people alone write as the office', async () => {
    const key = await keyOfHere()
    const may = await whoMay(
      (tx, { id }) => tx`
        insert into complaint_message (complaint_id, area, key_id, from_side, author_id, sent_at, body_sealed)
        values (${cases.here}, '01', ${key}, 'office', ${id}, now(), 'x')`,
    )

    expect(may).toEqual(['officer', 'officer-bmc', 'system'])
  })

  it('she alone writes as the complainant', async () => {
    const key = await keyOfHere()
    const may = await whoMay(
      (tx) => tx`
        insert into complaint_message (complaint_id, area, key_id, from_side, author_id, sent_at, body_sealed)
        values (${cases.here}, '01', ${key}, 'complainant', 'complainant', now(), 'x')`,
    )

    expect(may).toEqual(['complainant of here'])
  })

  it('nobody writes under the name of somebody else', async () => {
    const key = await keyOfHere()
    const other = desk.personId('head')
    const message = await whoMay(
      (tx) => tx`
        insert into complaint_message (complaint_id, area, key_id, from_side, author_id, sent_at, body_sealed)
        values (${cases.here}, '01', ${key}, 'office', ${other}, now(), 'x')`,
    )
    const note = await whoMay(
      (tx) => tx`
        insert into note (record_type, record_id, area, author_id, written_at, key_id, body_sealed)
        values ('complaint', ${cases.here}, '01', ${other}, now(), ${key}, 'x')`,
    )
    const event = await whoMay(
      (tx) => tx`
        insert into event (happened_at, record_type, record_id, type, actor_kind, actor_id)
        values (now(), 'complaint', ${cases.here}, 'complaint.closed', 'person', ${other})`,
    )

    expect({ message, note, event }).toEqual({ message: ['system'], note: [], event: ['system'] })
  })

  it('notes are written by those who see it', async () => {
    const key = await keyOfHere()
    const may = await whoMay(
      (tx, { id }) => tx`
        insert into note (record_type, record_id, area, author_id, written_at, key_id, body_sealed)
        values ('complaint', ${cases.here}, '01', ${desk.personId('officer')}, now(), ${key}, 'x')
        on conflict do nothing returning ${id}::text`,
    )

    expect(may).toEqual(['officer'])
  })

  it('consent is kept by her and by the officers who see it', async () => {
    const may = await whoMay(
      (tx) => tx`
        insert into consent (worker_id, record_type, record_id, area, item, given_at, recorded_by)
        select id, 'complaint', ${cases.here}, '01', 'name', now(), 'x' from worker limit 1`,
    )

    expect(may).toEqual(['officer', 'officer-bmc', 'system', 'complainant of here'])
  })

  it('nothing becomes public by an agency, a complainant or somebody unknown', async () => {
    const may = await whoMay(
      (tx, { id, kind }) => tx`
        insert into event (happened_at, record_type, record_id, type, actor_kind, actor_id, visible_to,
          agency_id)
        values (now(), 'licence', ${cases.here}, 'licence.revoked', ${kind}, ${id}, '{public}',
          ${desk.agencies[0]})`,
    )

    expect(may).toEqual(['officer', 'officer-bmc', 'licensing', 'admin', 'counsellor', 'system'])
  })

  it('a complaint is entered in nobody’s name but one’s own', async () => {
    const may = await whoMay(
      (tx) => tx`
        insert into complaint (number, secret_hash, openness, door, received_at, area, office_id,
          key_id, respondent_kind, categories, asked_before, language, next_due_at, helped_by)
        select '99-9999999-9', 'x', 'anonymous', 'assisted', now(), '01', o.id, k.id, 'unknown',
          '{x}', 'nobody', 'km', now(), ${desk.personId('counsellor')}
        from office o, person_key k limit 1`,
    )

    expect(may).toEqual(['counsellor', 'public', 'system'])
  })
})

describe('a worker’s record', () => {
  it('is seen with her case and by nobody else', async () => {
    const seen = await Promise.all(
      Object.entries(who).map(async ([name, actor]) => {
        const [row] = await readAs(
          desk.db,
          actor,
          (tx) => tx`select count(*)::int as n from worker`,
        )
        return [name, row!.n] as const
      }),
    )

    expect(Object.fromEntries(seen)).toEqual({
      ...{ officer: 3, 'officer-bmc': 1, licensing: 0, admin: 0, counsellor: 1, clerk: 0 },
      ...{ public: 0, system: 3, 'nobody any more': 0 },
      ...{ 'complainant of here': 1, 'complainant of there': 1 },
    })
  })
})

describe('what an agency is asked', () => {
  const mine = (tx: Tx) => tx`where complaint_id = ${cases.here}`

  it('is changed by nobody on its side', async () => {
    for (const change of ['worker_name_sealed', 'story_sealed', 'area']) {
      const may = await whoMay(
        (tx) => tx`
          update agency_inquiry set ${tx(change)} = 'changed', status = 'answered', answer_sealed = 'x',
            answered_at = now(), answered_by = ${desk.personId('clerk')} ${mine(tx)}`,
      )

      expect(may).toEqual(['system'])
    }
  })

  it('is answered by itself alone', async () => {
    const answer = (tx: Tx) => tx`
      update agency_inquiry set status = 'answered', answer_sealed = 'x', answered_at = now(),
        answered_by = ${desk.personId('clerk')} ${mine(tx)}`

    expect(await whoMay(answer)).toEqual(['clerk', 'system'])
  })

  it('is answered once', async () => {
    const again = await whoMay(async (tx) => {
      await tx`update agency_inquiry set status = 'answered', answer_sealed = 'x' ${mine(tx)}`
      return tx`update agency_inquiry set status = 'answered', answer_sealed = 'y' ${mine(tx)}`
    })

    expect(again).toEqual(['system'])
  })

  it('is forgotten with the words of the case', async () => {
    const officer = who.officer as Actor
    const at = new Date('2026-11-20T05:00:00Z')
    const given = await transact(desk.db, officer, (tx) =>
      recordConsent(tx, officer, {
        ...{ vault: desk.vault, complaintId: cases.here, version: 3, at },
        ...{ item: 'name', change: 'give', how: 'phone' },
      }),
    )
    expect(given.ok).toBe(true)
    const shown = async () => (await inquiriesOf(desk, cases.here))[0]
    expect(await shown()).toMatchObject({ question: 'ពាក្យ', workerName: 'សុខ ដារា' })
    await desk.owner`
      update complaint set status = 'closed', closed_at = '2020-01-01', next_due_at = null
      where id = ${cases.here}`

    await transact(desk.jobs, systemActor('retention'), async (tx) => {
      const { keyIds } = await forgetContents(tx, new Date('2025-01-01'))
      for (const id of keyIds) await destroyPersonKey(tx, id as PersonKeyId)
      return ok(null)
    })

    expect(await shown()).toMatchObject({
      ...{ question: '', workerName: null, story: null, answer: null },
    })
  })
})
