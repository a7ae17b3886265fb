import { describe, expect, it } from 'vitest'
import { useCitizens } from '../../../../tests/support/citizens.ts'
import { anOfficer, aReceivedComplaint, taken } from '../../complaints/testing/complaints.ts'
import { countFigures } from '../actions/count-figures.ts'

const { app, db, jobs, owner, vault, agencyId } = useCitizens()
const now = new Date('2026-11-25T03:00:00Z')
const get = (url: string) => app().inject({ url })

describe('public figures', () => {
  it('say that there are none before anything was counted', async () => {
    expect((await get('/en/figures')).body).toContain('No data yet')
    expect((await get('/api/v1/figures')).json()).toMatchObject({ year: null, figures: [] })
  })

  it('are counted by the job, small numbers hidden, money without data said', async () => {
    for (let made = 0; made < 6; made += 1) {
      const sum = { minor: 10_000n, currency: 'USD' } as const
      const claims = [{ kind: 'sought', sum, currency: 'USD' }] as const
      const about = { agencyId, respondentKind: 'agency', claims } as const
      const { id } = await aReceivedComplaint({ db, vault }, about)
      const step = {
        complaintId: id,
        action: 'register',
        at: new Date('2026-11-24T03:00:00Z'),
      } as const
      await taken({ db, vault }, anOfficer(), step)
    }
    await aReceivedComplaint({ db, vault }, {}, { door: 'paper' })
    await countFigures(jobs, now)
    await countFigures(jobs, now)

    const { body } = await get('/en/figures?year=2026')
    expect(body).toContain('Complaints received in 2026')
    expect(body).toContain('<rect')
    expect(body).toContain('Awarded: no data yet.')
    const { figures } = (await get('/api/v1/figures?year=2026')).json()
    const value = (measure: string, slice = '', id: string | null = null) =>
      figures.find(
        (each: Record<string, unknown>) =>
          each.measure === measure &&
          each.slice === slice &&
          each.id === id &&
          (id !== null || each.scope === 'all'),
      )?.value
    expect(value('received')).toBe('7')
    expect([value('door', 'web'), value('door', 'paper')]).toEqual([null, null])
    expect(value('received', '', agencyId)).toBe(null)
    // All first answers were due before, and came or come too late.
    expect(value('answered-in-time-percent')).toBe('0')
    expect([value('sought', 'all'), value('sought', 'not-noted')]).toEqual(['600.00', '600.00'])
    expect(value('step-median-days', 'received')).toBe('4')
  })

  it('can be taken along as a table, and hold no small number anywhere', async () => {
    const csv = await get('/figures/csv?year=2026')
    expect(csv.headers['content-type']).toContain('text/csv')
    expect(csv.body).toContain('2026,all,,received,,,7,no')
    const small = await owner`
      select from statistic_figure where currency is null and measure in ('received', 'door')
        and value between 1 and 4`
    expect(small).toHaveLength(0)
  })

  it('are written by the job alone', async () => {
    await expect(db`delete from statistic_figure`).rejects.toThrow('permission denied')
  })
})
