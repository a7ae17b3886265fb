import { describe, expect, it } from 'vitest'
import { useCitizens } from '../../../../../tests/support/citizens.ts'
import { inquiriesOf } from '../../testing/complaints.ts'

const citizens = useCitizens()
const { owner, against, anOpenCase } = citizens

describe('consent', () => {
  const itemsOn = (body: string) =>
    [...body.matchAll(/action="\/follow\/case\/consents\/(\w+)"/g)].map(([, item]) => item)

  it.each([
    ['confidential', against, ['name', 'story']],
    ['confidential', { ...against, story: null }, ['name']],
    ['named', against, ['story']],
    ['anonymous', against, []],
    ['confidential', { respondentKind: 'broker' }, []],
  ] as const)(
    'of somebody %s is asked item by item, where there is an agency: %#',
    async (openness, given, items) => {
      const { phone } = await anOpenCase({ ...given, openness })

      expect(itemsOn((await phone.get('/follow/case')).body)).toEqual(items)
    },
  )

  it('shows and hides one item in an open inquiry at once', async () => {
    const { phone, id, move } = await anOpenCase({ ...against, openness: 'confidential' })
    await move('register')
    await move('ask-agency')
    const shown = async () => {
      const [inquiry] = await inquiriesOf(citizens, id)
      return { workerName: inquiry?.workerName, story: inquiry?.story }
    }
    const hidden = await shown()

    await phone.post('/follow/case/consents/name', { change: 'give' })
    const given = await shown()
    const page = await phone.get('/en/follow/case')
    await phone.post('/follow/case/consents/name', { change: 'withdraw' })

    expect(hidden).toEqual({ workerName: null, story: null })
    expect(given).toEqual({ workerName: 'សុខ ដារា', story: null })
    expect(page.body).toContain('Hide the name again')
    expect(await shown()).toEqual(hidden)
    const consents = await owner`
      select item, withdrawn_at is not null as back, recorded_by from consent where record_id = ${id}`
    expect([...consents]).toEqual([{ item: 'name', back: true, recorded_by: 'complainant' }])
  })

  it.each([
    ['contact', { change: 'give' }, 404],
    ['name', { change: 'sell' }, 404],
    ['name', { change: 'give' }, 303],
  ])('to anything else is not taken: %s', async (item, form, status) => {
    const { phone, id } = await anOpenCase({ ...against, openness: 'anonymous' })

    const answered = await phone.post(`/follow/case/consents/${item}`, form)

    expect(answered.statusCode).toBe(status)
    expect(await owner`select from consent where record_id = ${id}`).toHaveLength(0)
  })
})
