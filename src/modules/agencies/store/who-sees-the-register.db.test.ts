import { beforeAll, describe, expect, it } from 'vitest'
import { useDatabase } from '../../../../tests/support/database.ts'
import { type Actor, complainantActor, publicActor, systemActor } from '../../../kernel/actor.ts'
import type { Day } from '../../../kernel/days.ts'
import { readAs, type Tx, transact } from '../../../platform/db.ts'
import { newId } from '../../../platform/new-id.ts'
import { loadPlaces } from '../../places/index.ts'
import type { AgencyId } from '../rules/agency.ts'
import { addAgency, addContact, addName, addSite, addWarning } from './add-agency.ts'

const { db, jobs, owner } = useDatabase()
const from = '2025-01-01' as Day
const [listed, draft] = [newId<AgencyId>(), newId<AgencyId>()]
const tables = ['agency', 'agency_name', 'agency_site', 'agency_contact', 'agency_warning'] as const

const person = (roles: Actor['roles'], agencyId: string | null = null): Actor => ({
  kind: 'person',
  id: 'somebody',
  roles,
  agencyId,
  officeId: null,
  areas: agencyId ? [] : null,
})
const clerk = (agencyId: string) => person(['agency-clerk'], agencyId)

/** One agency on the register with one row not on it yet, and one that is not on it at all. */
beforeAll(async () => {
  await owner.begin(async (tx) => {
    await loadPlaces(tx)
    for (const [id, isPublic] of [
      [listed, true],
      [draft, false],
    ] as const) {
      await addAgency(tx, { id, kind: 'agency', names: { km: null, en: `Name ${id}` }, isPublic })
      // A row marked public under an agency that is not: still nobody's business.
      for (const rowIsPublic of [true, false]) await fillRows(tx, id, rowIsPublic)
      await addWarning(tx, id, {
        on: from,
        reason: 'takes-anothers-name',
        source: 'Notice',
        endsOn: null,
        appeal: 'none',
      })
    }
  })
})

async function fillRows(tx: Tx, id: AgencyId, isPublic: boolean): Promise<void> {
  const address = { km: 'ផ្ទះ', en: 'House' }
  await addName(tx, id, { kind: 'trade', name: `Trade ${isPublic} ${id}`, isPublic })
  await addSite(tx, id, { kind: 'branch', province: '01', address, from, to: null, isPublic })
  await addContact(tx, id, { kind: 'phone', shown: '010 000 900', from, to: null, isPublic })
}

const countsFor = async (actor: Actor, of: AgencyId): Promise<Record<string, number>> =>
  readAs(actor.kind === 'system' ? jobs : db, actor, async (tx) => {
    const counts: [string, number][] = []
    for (const table of tables) {
      const column = table === 'agency' ? 'id' : 'agency_id'
      const [row] = await tx`
        select count(*)::int as many from ${tx(table)} where ${tx(column)} = ${of}`
      counts.push([table, Number(row?.many)])
    }
    return Object.fromEntries(counts)
  })

const onTheRegister = {
  agency: 1,
  agency_name: 2,
  agency_site: 1,
  agency_contact: 1,
  agency_warning: 1,
}
const all = { agency: 1, agency_name: 3, agency_site: 2, agency_contact: 2, agency_warning: 1 }
const nothing = { agency: 0, agency_name: 0, agency_site: 0, agency_contact: 0, agency_warning: 0 }

describe('who sees what', () => {
  it.each<[string, Actor, Record<string, number>, Record<string, number>]>([
    ['everybody', publicActor, onTheRegister, nothing],
    ['a complainant', complainantActor(newId()), onTheRegister, nothing],
    ['a clerk of the listed agency', clerk(listed), all, nothing],
    ['a clerk of the agency not listed yet', clerk(draft), onTheRegister, all],
    ['a clerk of a third agency', clerk(newId()), onTheRegister, nothing],
    ['an officer of complaints', person(['complaints-officer']), all, all],
    ['an officer of licensing', person(['licensing-officer']), all, all],
    ['a job', systemActor('test'), all, all],
  ])('%s', async (_, actor, ofListed, ofDraft) => {
    expect(await countsFor(actor, listed)).toEqual(ofListed)
    expect(await countsFor(actor, draft)).toEqual(ofDraft)
  })

  it('gives search only what is on the register', async () => {
    const names = async (id: AgencyId) =>
      (await db`select name from register_name where agency_id = ${id}`).length
    expect([await names(listed), await names(draft)]).toEqual([2, 0])
  })
})

describe('who writes', () => {
  const propose = (actor: Actor, agencyId: AgencyId, isPublic: boolean) =>
    transact(db, actor, async (tx) => {
      await addName(tx, agencyId, { kind: 'trade', name: `New ${newId()}`, isPublic })
      return { ok: true, value: null }
    })

  it('a clerk proposes for the own agency, and puts nothing on the register', async () => {
    await expect(propose(clerk(listed), listed, false)).resolves.toMatchObject({ ok: true })
    await expect(propose(clerk(listed), listed, true)).rejects.toThrow(/row-level security/)
    await expect(propose(clerk(listed), draft, false)).rejects.toThrow(/row-level security/)
  })

  it('only licensing writes on the register', async () => {
    await expect(propose(person(['licensing-officer']), listed, true)).resolves.toMatchObject({
      ok: true,
    })
    for (const actor of [person(['complaints-head']), publicActor])
      await expect(propose(actor, listed, true)).rejects.toThrow(/row-level security/)
  })

  it('takes an agency off the search when it leaves the register', async () => {
    await transact(db, person(['licensing-head']), async (tx) => {
      await tx`update agency set is_public = false where id = ${listed}`
      return { ok: true, value: null }
    })
    const left = await db`select from register_name where agency_id = ${listed}`
    expect(left.length).toBe(0)
  })
})
