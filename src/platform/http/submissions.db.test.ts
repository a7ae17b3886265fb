import { describe, expect, it } from 'vitest'
import { testMasterKey, useDatabase } from '../../../tests/support/database.ts'
import { publicActor } from '../../kernel/actor.ts'
import { ok, refuse } from '../../kernel/result.ts'
import { transact } from '../db.ts'
import { makeVault } from '../vault/vault.ts'
import { claimSubmission, forgetSubmissions, keepOutcome } from './submissions.ts'

const { db, jobs, owner } = useDatabase()
const vault = makeVault(testMasterKey())

/** Carries out a submission; `work` runs only when it is the first of its kind. */
const carryOut = (submission: string, work: () => Promise<string>, actorId = 'public') =>
  transact(db, publicActor, async (tx) => {
    const claim = { actorId, submission }
    const claimed = await claimSubmission<string>(tx, vault, claim)
    if (!claimed.first) return ok(claimed.outcome)
    const outcome = await work()
    await keepOutcome(tx, vault, { ...claim, outcome })
    return ok(outcome)
  })

describe('pressing twice', () => {
  it('does the work once and answers the same', async () => {
    let times = 0
    const work = async () => `receipt ${++times}`

    expect(await carryOut('submission-1', work)).toEqual({ ok: true, value: 'receipt 1' })
    expect(await carryOut('submission-1', work)).toEqual({ ok: true, value: 'receipt 1' })
    expect(times).toBe(1)
  })

  it('waits for the first press to end, and does not start beside it', async () => {
    let times = 0
    let letFirstEnd = () => {}
    const first = carryOut('submission-2', async () => {
      times += 1
      await new Promise<void>((resolve) => {
        letFirstEnd = resolve
      })
      return 'the first'
    })
    while (times === 0) await new Promise((resolve) => setTimeout(resolve, 5))
    const second = carryOut('submission-2', async () => {
      times += 1
      return 'the second'
    })
    letFirstEnd()

    expect(await Promise.all([first, second])).toEqual([
      { ok: true, value: 'the first' },
      { ok: true, value: 'the first' },
    ])
    expect(times).toBe(1)
  })

  it('works again after a refusal, for then nothing was done', async () => {
    const refused = await transact(db, publicActor, async (tx) => {
      await claimSubmission(tx, vault, { actorId: 'public', submission: 'submission-3' })
      return refuse('form-not-complete')
    })

    expect(refused.ok).toBe(false)
    expect(await carryOut('submission-3', async () => 'done')).toEqual({ ok: true, value: 'done' })
  })

  it('gives somebody else who sends the same id nothing of the first', async () => {
    await carryOut('submission-4', async () => 'for the first')

    const other = await carryOut('submission-4', async () => 'for the other', 'another person')
    expect(other).toEqual({ ok: true, value: 'for the other' })
  })

  it('keeps no answer that could be read without the id, and none for longer than a week', async () => {
    await carryOut('submission-5', async () => 'secret 4821077356')
    const [kept] = await owner`
      select coalesce(string_agg(encode(outcome, 'escape'), ''), '') as text from submission`
    expect(kept!.text).not.toContain('4821077356')

    await forgetSubmissions(jobs, new Date(Date.now() + 8 * 86_400_000))

    const [left] = await owner`select count(*)::int as n from submission`
    expect(left!.n).toBe(0)
  })
})
