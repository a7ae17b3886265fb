import { beforeAll, describe, expect, it } from 'vitest'
import { useApp } from '../../../../tests/support/app.ts'
import { loadPlaces } from '../../places/index.ts'
import { loadRules } from '../store/load-rules.ts'
import { rulesPageParts } from './rules-page.tsx'

const { app, owner } = useApp({ now: new Date('2026-11-22T10:00:00+07:00') })
const get = (url: string) => app().inject(url)

beforeAll(async () => {
  await owner.begin((tx) => loadPlaces(tx))
  await owner.begin((tx) => loadRules(tx))
})

const rowOf = (html: string, key: string): string =>
  html.split('govuk-summary-list__row').find((row) => row.includes(`id="${key}"`)) ?? ''

describe('the page of the rules', () => {
  it('is open to everybody, in Khmer first and in English', async () => {
    const khmer = await get('/rules')
    expect(khmer.statusCode).toBe(200)
    expect(khmer.body).toContain('<html lang="km"')
    expect(khmer.body).toContain('វិធានជាធរមាន')
    const english = await get('/en/rules')
    expect(english.body).toContain('Rules in force')
  })

  it.each([
    ['complaint.resolve_days', '10 days', 'Verified', 'Prakas 249'],
    ['complaint.first_answer_hours', '48 hours', 'Reported', 'not law'],
    ['complaint.agency_answer_days', '3 working days', 'Assumed', 'Decision of this service'],
    ['deposit.topup_days', 'Not known', 'Not known', 'To be asked of the ministry'],
    ['deposit.minimum_usd', '100,000 USD', 'Reported', 'Sub-Decree 190'],
    ['JP.instalments', '20%, 50%, 30%', 'Reported', 'Directive for Japan'],
    ['TH.min_wage_thb_day', '337 THB to 400 THB a day', 'Reported', 'Bangkok Post'],
    ['KR.pra_allowed', 'No', 'Reported', '25 January 2024'],
  ])('shows %s as %s, %s (%s)', async (key, ...shown) => {
    const row = rowOf((await get('/en/rules')).body, key)
    for (const text of shown) expect(row).toContain(text)
    expect(row).toContain('<svg')
  })

  it('shows no English in the words of a rule when read in Khmer', async () => {
    const row = rowOf((await get('/rules')).body, 'complaint.agency_answer_days')
    const words = row.replace(/^[^>]*>|<[^>]*(?:>|$)/g, ' ')
    expect(words).toMatch(/3 ថ្ងៃធ្វើការ/)
    expect(words).not.toMatch(/[A-Za-z]{3}/)
  })

  it.each(rulesPageParts)('shows only the part %s when it is chosen', async (part) => {
    const { body } = await get(`/en/rules?part=${part}`)
    const headings = [...body.matchAll(/<h2 id="([\w-]+)"/g)].map(([, id]) => id)
    expect(headings).toEqual([part])
    expect(body).toContain('aria-current="page"')
  })

  it.each(['nothing', "'%3Cscript%3E", 'complaints&part=agencies'])(
    'shows everything for the part "%s"',
    async (part) => {
      const { statusCode, body } = await get(`/rules?part=${part}`)
      expect(statusCode).toBe(200)
      expect(body.match(/<h2 id=/g)).toHaveLength(rulesPageParts.length)
      expect(body).not.toContain('<script')
    },
  )

  it('says which feasts of this year and the next have no day yet', async () => {
    const { body } = await get('/en/rules?part=calendar')
    expect(body.match(/day not published yet/g)).toHaveLength(10)
    expect(body).not.toContain('2025')
  })
})

describe('the rules for other programs', () => {
  const rules = async (query: string) => JSON.parse((await get(`/api/v1/rules${query}`)).body)

  it('are those of today, an unknown one without a value', async () => {
    const answer = await rules('')
    expect(answer.on).toBe('2026-11-22')
    const byKey = Object.fromEntries(answer.rules.map((rule: { key: string }) => [rule.key, rule]))
    expect(byKey['complaint.resolve_days']).toMatchObject({ value: 10, standing: 'verified' })
    expect(byKey['deposit.topup_days']).toMatchObject({ value: null, standing: 'unknown' })
  })

  it('can be asked for another day and one part', async () => {
    const then = await rules('?on=2013-01-01&part=complaints')
    const keys = then.rules.map((rule: { key: string }) => rule.key)
    expect(keys).toContain('complaint.limitation_days')
    expect(keys).not.toContain('complaint.resolve_days')
    expect(keys).not.toContain('age.min')
  })

  it.each(['?on=2026-02-30', '?on=yesterday', '?part=nothing'])('refuse %s', async (query) => {
    const { statusCode, body } = await get(`/api/v1/rules${query}`)
    expect(statusCode).toBe(422)
    expect(JSON.parse(body).code).toBe('form-not-complete')
  })
})
