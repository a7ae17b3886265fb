import { beforeAll, describe, expect, it } from 'vitest'
import { useApp } from '../../../../tests/support/app.ts'
import { demonstrationNow, useDemonstration } from '../../../../tests/support/demonstration.ts'

const { app, owner } = useApp({ database: useDemonstration(), now: demonstrationNow })
const get = (url: string) => app().inject(url)
const search = (q: string, { lang = 'en', destination = '' } = {}) => {
  const path = `/agencies?${new URLSearchParams({ q, destination })}`
  return get(lang === 'en' ? `/en${path}` : path)
}
const text = (body: string) =>
  body
    .replace(/<[^>]+>/g, ' ')
    .replace(/&#39;/g, "'")
    .replace(/&quot;/g, '"')
    .replace(/&amp;/g, '&')
    .replace(/&lt;/g, '<')
    .replace(/\s+/g, ' ')

let idOf: (name: string) => string
beforeAll(async () => {
  const rows = await owner<{ id: string; name_latin: string }[]>`
    select id, name_latin from agency order by length(name_latin)`
  idOf = (name) => rows.find((row) => row.name_latin.startsWith(name))?.id ?? ''
})

describe('the first page', () => {
  it.each([
    ['/', 'តើភ្នាក់ងារនេះមានសិទ្ធិ', 'ថៃ'],
    ['/en', 'Is this agency allowed to send you abroad?', 'Thailand'],
  ])('%s asks the question and offers the countries', async (url, question, country) => {
    const { statusCode, body, headers } = await get(url)

    expect(statusCode).toBe(200)
    expect(text(body)).toContain(question)
    expect(text(body)).toContain(country)
    expect(body).toMatch(/<form[^>]*method="get"[^>]*action="(\/en)?\/agencies"/)
    expect(headers['cache-control']).toBe('public, max-age=60')
    expect(body).not.toContain('<script')
  })

  it('leads to complaining, to the case and to the rules', async () => {
    const { body } = await get('/en')
    for (const href of ['/en/complain', '/en/follow', '/en/rules'])
      expect(body).toContain(`href="${href}"`)
  })
})

describe('every answer in words, icon and colour', () => {
  it.each([
    ['Ripe Mango', 'allowed', 'is licensed for', 'មានអាជ្ញាប័ណ្ណសម្រាប់'],
    [
      'Golden Durian',
      'attention',
      'is suspended from 31 October 2026 until 15 December 2026',
      'ត្រូវបានព្យួរតាំងពីថ្ងៃទី 31 តុលា 2026 រហូតដល់ថ្ងៃទី 15 ធ្នូ 2026',
    ],
    [
      'Red Rambutan',
      'attention',
      'until the workers have their money back',
      'រហូតដល់ពលករបានទទួលប្រាក់វិញ',
    ],
    ['Ambong Banana', 'danger', 'was revoked on 24 April 2026', 'ត្រូវបានដកហូតនៅថ្ងៃទី 24 មេសា 2026'],
    ['Guava Blossom', 'danger', 'expired', 'បានផុតកំណត់'],
    ['Pursat Orange', 'danger', 'gave its licence back on', 'បានប្រគល់អាជ្ញាប័ណ្ណវិញ'],
    ['Forest Jackfruit', 'attention', 'begins on 10 December 2026', 'ចាប់ផ្តើមនៅថ្ងៃទី 10 ធ្នូ 2026'],
    ['Ripe Mangoes', 'danger', 'Warning: Ripe Mangoes (Demonstration) has no licence', 'ប្រយ័ត្ន៖'],
    ['Whirlwind Jobs Corner', 'danger', 'has no licence, and none is known', 'គ្មានអាជ្ញាប័ណ្ណទេ'],
    ['No Such Name', 'attention', 'We found no agency with exactly this name', 'យើងរកមិនឃើញភ្នាក់ងារ'],
  ])('%s', async (name, tone, english, khmer) => {
    const [en, km] = [await search(name), await search(name, { lang: 'km' })]

    expect(text(en.body)).toContain(english)
    expect(text(km.body)).toContain(khmer)
    for (const { body } of [en, km])
      expect(body).toMatch(new RegExp(`class="answer answer--${tone}"><svg`))
  })

  it('says for a country not licensed for which it is', async () => {
    const { body } = await search('Ripe Mango', { destination: 'KR' })
    expect(text(body)).toContain('is not licensed for South Korea. It is licensed for')
  })

  it('takes a country that does not exist for any country', async () => {
    const { body } = await search('Ripe Mango', { destination: 'XX' })
    expect(text(body)).toContain('is licensed for')
  })
})

describe('a name that only resembles', () => {
  it.each(['Ripe Mangos', 'Mango', 'Ripe M\u0430ngo', 'Old Lotus Jewel', '010 000 619'])(
    'is never shown as licensed: %s',
    async (typed) => {
      for (const lang of ['en', 'km']) {
        const { body } = await search(typed, { lang })

        expect(body).toContain('id="similar"')
        expect(body).not.toContain('answer--allowed')
        expect(body).not.toContain('status--allowed')
        expect(text(body)).not.toMatch(/is licensed for|មានអាជ្ញាប័ណ្ណសម្រាប់/)
      }
    },
  )
})

describe('what stands around the answer', () => {
  it.each([
    'DEMO-001',
    'លេខ DEMO-០០១',
    'អាជ្ញាប័ណ្ណលេខ៖ DEMO-001',
    'Licence no. DEMO-001',
    'no DEMO 001',
  ])('a licence number is found as people write it: %s', async (typed) => {
    expect(text((await search(typed)).body)).toContain('Found by its licence number.')
  })

  it('says which number to call, where the register has one that is proven and in use', async () => {
    const { body } = await search('Ripe Mango')
    const [phone] = await owner<{ shown: string }[]>`
      select shown from agency_contact where agency_id = ${idOf('Ripe Mango')} and kind = 'phone'
        and is_public and verified_how is not null
        and (to_day is null or to_day >= '2026-11-20') order by from_day`
    const file = await get(`/en/agencies/${idOf('Ripe Mango')}`)

    for (const shown of [body, file.body]) {
      expect(shown).toContain(`>${phone!.shown}</a>`)
      expect(shown).not.toContain('shown here')
    }
  })

  it('resembles nothing for what all names of the demonstration share', async () => {
    expect((await search('Demonstration')).body).not.toContain('id="similar"')
    const { body } = await search('Ripe Mango (Demonstration)')
    expect(text(body)).toContain('Ripe Mangoes')
    expect(text(body)).not.toContain('Green Coconut')
  })
})

describe('whatever is typed', () => {
  it.each([
    ['nothing', ''],
    ['300 letters', 'ស'.repeat(300)],
    ['HTML', '<img src=x onerror=alert(1)>"\'>'],
    ['SQL', "'; drop table agency; --"],
    ['zero-width', 'Ripe\u200b\u200dMango'],
    ['emoji', '🥭'],
    ['right to left', '\u202eognaM epiR'],
  ])('is answered calmly: %s', async (_, typed) => {
    for (const lang of ['en', 'km']) {
      const { statusCode, body } = await search(typed, { lang })

      expect(statusCode).toBe(200)
      expect(body).not.toContain('<img')
      expect(body.match(/<h1\b/g)).toHaveLength(1)
      expect(body).not.toMatch(/undefined|\[object |Invalid Date|[\u202a-\u202e\u2066-\u2069]/)
      expect(body.length).toBeLessThan(40_000)
    }
  })

  it('has an address no longer than a name can be: 100,000 letters', async () => {
    const { statusCode, headers } = await search('ស'.repeat(100_000))
    expect(statusCode).toBe(303)
    expect(String(headers.location).length).toBeLessThan(2_000)
  })

  it('is kept in the field, to be corrected', async () => {
    const { body } = await search('Ripe "Mangos"')
    expect(body).toContain('value="Ripe &quot;Mangos&quot;"')
  })
})

describe('the page of an agency', () => {
  it.each(['km', 'en'])('tells its history, in %s', async (lang) => {
    const path = `/agencies/${idOf('Red Rambutan')}`
    const { statusCode, body } = await get(lang === 'en' ? `/en${path}` : path)

    expect(statusCode).toBe(200)
    expect(body).toContain('DEMO-004')
    expect(body.match(/class="timeline__entry/g)).toHaveLength(2)
    expect(body).toContain('010 000 103')
    expect(body).toContain('https://red-rambutan.example')
  })

  it('keeps the liability of one whose licence was revoked in sight', async () => {
    const revoked = text((await get(`/en/agencies/${idOf('Ambong Banana')}`)).body)
    const licensed = text((await get(`/en/agencies/${idOf('Ripe Mango (')}`)).body)

    expect(revoked).toContain('It still has to answer')
    expect(revoked).toContain('Until when is not known yet')
    expect(licensed).not.toContain('It still has to answer')
  })

  it('names the one that is imitated, and the imitator', async () => {
    const imitator = text((await get(`/en/agencies/${idOf('Ripe Mangoes')}`)).body)
    expect(imitator).toContain('Takes the name of Ripe Mango (Demonstration)')
    const original = text((await get(`/en/agencies/${idOf('Ripe Mango (')}`)).body)
    expect(original).toContain('Its name is taken by Ripe Mangoes (Demonstration)')
  })

  it.each(['not-an-id', '01900000-0000-7000-8000-000000000000'])(
    'is not there for %s',
    async (id) => {
      expect((await get(`/en/agencies/${id}`)).statusCode).toBe(404)
      expect((await get(`/en/agencies/${id}/sheet`)).statusCode).toBe(404)
      expect((await get(`/api/v1/agencies/${id}`)).statusCode).toBe(404)
    },
  )

  it('does not show an applicant that is not on the register', async () => {
    expect((await get(`/en/agencies/${idOf('Fragrant Champei')}`)).statusCode).toBe(404)
  })

  it('has a dated sheet to print', async () => {
    const { body } = await get(`/en/agencies/${idOf('Ripe Mango (')}/sheet`)
    expect(text(body)).toContain('As of 20 November 2026.')
  })
})

describe('the API', () => {
  it('answers as the page does, and says nothing of a licence for what only resembles', async () => {
    const { body } = await get('/api/v1/agencies?q=Ripe%20Mangos')
    const reply = JSON.parse(body)

    expect(reply.exact).toEqual([])
    expect(reply.similar[0].names.en).toBe('Ripe Mango (Demonstration)')
    expect(reply.similar[0]).not.toHaveProperty('answer')
  })

  it('gives the answer for a country', async () => {
    const reply = JSON.parse((await get('/api/v1/agencies?q=DEMO-001&destination=KR')).body)
    expect(reply.exact).toMatchObject([
      { matchedBy: 'licence-number', answer: { kind: 'other-countries' } },
    ])
  })

  it.each([
    ['/api/v1/agencies', 422],
    ['/api/v1/agencies?q=x&destination=XX', 404],
  ])('refuses %s', async (url, status) => {
    expect((await get(url)).statusCode).toBe(status)
  })

  it('gives the whole public file', async () => {
    const reply = JSON.parse((await get(`/api/v1/agencies/${idOf('Ambong Banana')}`)).body)
    expect(reply).toMatchObject({ liable: true, answer: { kind: 'revoked', on: '2026-04-24' } })
    expect(reply.history.map((event: { type: string }) => event.type)).toEqual([
      'licence.revoked',
      'licence.suspended',
      'licence.granted',
    ])
    expect(JSON.stringify(reply)).not.toContain('Demonstration.')
  })
})
