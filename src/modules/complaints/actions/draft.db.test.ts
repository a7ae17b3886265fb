import { beforeAll, describe, expect, it } from 'vitest'
import { testMasterKey, useDatabase } from '../../../../tests/support/database.ts'
import { testFiles } from '../../../../tests/support/files.ts'
import { publicActor } from '../../../kernel/actor.ts'
import { ok } from '../../../kernel/result.ts'
import { readAs, transact } from '../../../platform/db.ts'
import { makeVault } from '../../../platform/vault/vault.ts'
import { loadCountryPack } from '../../../setup.ts'
import { deleteEnded } from '../store/draft.ts'
import {
  type Draft,
  type DraftKey,
  emptyDraft,
  keepDraft,
  newDraftToken,
  openDraft,
} from './draft.ts'

const { db, jobs, owner } = useDatabase()
const vault = makeVault(testMasterKey())
const now = new Date('2026-11-20T03:00:00Z')
const later = (hours: number) => new Date(now.getTime() + hours * 3_600_000)
beforeAll(() => loadCountryPack(owner, { vault, files: testFiles(), now, say: () => {} }))

const aKey = (): DraftKey => ({ vault, token: newDraftToken(), now })
const aDraft = (story: string): Draft => ({ ...emptyDraft(), typed: { story } }) as Draft
const keep = (key: DraftKey, draft: Draft) =>
  transact(db, publicActor, async (tx) => ok(await keepDraft(tx, key, draft)))
const open = (key: DraftKey) => readAs(db, publicActor, (tx) => openDraft(tx, key))

describe('a draft', () => {
  it('opens as it was kept, for whoever has its token', async () => {
    const key = aKey()
    const draft = aDraft('រឿង')

    const kept = await keep(key, draft)

    expect(kept).toEqual({ ok: true, value: 7200 })
    expect(await open(key)).toEqual(draft)
    expect(await open({ ...key, token: newDraftToken() })).toBeNull()
  })

  it('is a row from which neither words nor token can be read', async () => {
    const key = aKey()
    await keep(key, aDraft('កុំឱ្យអ្នកណាអាន'))

    const [row] = await owner`
      select token_hash as hash, content_sealed as content from complaint_draft
      order by expires_at desc, token_hash limit 1`
    const bytes = Buffer.concat([row!.hash, row!.content])
    for (const hidden of [key.token, 'កុំឱ្យអ្នកណាអាន', 'story', 'typed'])
      expect(bytes.includes(hidden)).toBe(false)
  })

  it('cannot be opened with the master key alone, nor when it was changed', async () => {
    const key = aKey()
    await keep(key, aDraft('រឿង'))
    const [row] = await owner`
      select content_sealed as content from complaint_draft
      order by expires_at desc limit 1`

    expect(() => vault.open(vault.keyFrom('', 'draft'), row!.content)).toThrow()
    await owner`update complaint_draft set content_sealed = content_sealed || '\\x00'::bytea`
    await expect(open(key)).rejects.toThrow()
    await owner`delete from complaint_draft`
  })

  it('is gone to the second when it ends, and its row is deleted by the clean-up', async () => {
    const key = aKey()
    await keep(key, aDraft('រឿង'))

    expect(await open({ ...key, now: later(2) })).toBeNull()
    expect(await open({ ...key, now: new Date(later(2).getTime() - 1000) })).not.toBeNull()
    expect(await deleteEnded(jobs, later(1))).toBe(0)
    expect(await deleteEnded(jobs, later(2))).toBe(1)
    expect(await owner`select from complaint_draft`).toHaveLength(0)
  })
})
