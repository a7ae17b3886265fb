import { beforeAll, describe, expect, it } from 'vitest'
import { useDatabase } from '../../../../tests/support/database.ts'
import { addWorkingDays, makeCalendar } from '../rules/calendar.ts'
import { listHolidays } from './holidays.ts'
import { loadPlaces } from './load-places.ts'
import {
  findDestination,
  findPlace,
  listCommunes,
  listCurrencies,
  listDestinationAreas,
  listDestinations,
  listDistricts,
  listProvinces,
  listVillages,
} from './places.ts'

const { db, jobs, owner } = useDatabase()
const load = () => owner.begin((tx) => loadPlaces(tx))

beforeAll(async () => {
  await load()
})

describe('loading the places of the country pack', () => {
  it('changes nothing and reads no file again when nothing changed', async () => {
    expect(await load()).toEqual([])
  })

  it('puts a changed name right and keeps a place that the file no longer has', async () => {
    await owner`update province set name_latin = 'Wrong' where code = '01'`
    await owner`insert into district values ('0199', '01', 'srok', 'ចាស់', 'Former')`
    await owner`delete from loaded_file`

    await load()

    const [province] = await listProvinces(db)
    expect(province?.names.en).toBe('Banteay Meanchey')
    expect(await findPlace(db, '0199')).toHaveLength(2)
    await owner`delete from district where code = '0199'`
  })

  it('lets neither the application nor its jobs change a place', async () => {
    for (const role of [db, jobs]) {
      await expect(role`update province set name_km = 'x'`).rejects.toThrow(/permission denied/)
      await expect(role`delete from village`).rejects.toThrow(/permission denied/)
      await expect(role`insert into loaded_file values ('x', 'y')`).rejects.toThrow(
        /permission denied/,
      )
    }
  })
})

describe('the places of Cambodia', () => {
  it('are 25 provinces, 210 districts, 1,652 communes and 14,570 villages', async () => {
    const [count] = await db`select
      (select count(*) from province) as provinces, (select count(*) from district) as districts,
      (select count(*) from commune) as communes, (select count(*) from village) as villages`
    expect(count).toEqual({ provinces: 25n, districts: 210n, communes: 1652n, villages: 14_570n })
  })

  it('lead from a village up to its province', async () => {
    const path = await findPlace(db, '01020101')
    expect(path?.map((place) => [place.code, place.kind, place.names.km])).toEqual([
      ['01', 'province', 'បន្ទាយមានជ័យ'],
      ['0102', 'srok', 'មង្គលបូរី'],
      ['010201', 'khum', 'បន្ទាយនាង'],
      ['01020101', 'phum', 'អូរធំ'],
    ])
  })

  it.each(['99', '0100', '01020199', '', '1', "01'--", '0102010101'])(
    'know nothing of the code "%s"',
    async (code) => {
      expect(await findPlace(db, code)).toBeNull()
    },
  )

  it('are listed below their parent only', async () => {
    expect(await listDistricts(db, '12')).toHaveLength(14)
    const communes = await listCommunes(db, '0102')
    expect(communes.every(({ code }) => code.startsWith('0102'))).toBe(true)
    const villages = await listVillages(db, '010201')
    expect(villages.map(({ code }) => code.slice(0, 6))).toContain('010201')
    expect(await listVillages(db, '999999')).toEqual([])
  })
})

describe('the destinations', () => {
  it('are asked in this order, each with its currency', async () => {
    const found = await listDestinations(db)
    expect(found.map(({ code, currency }) => `${code} ${currency}`)).toEqual([
      'TH THB',
      'MY MYR',
      'JP JPY',
      'KR KRW',
      'SG SGD',
      'HK HKD',
      'SA SAR',
    ])
    expect((await findDestination(db, 'TH'))?.names).toEqual({ km: 'ថៃ', en: 'Thailand' })
    expect(await findDestination(db, 'XX')).toBeNull()
  })

  it('have their areas, with the name as it is written there', async () => {
    const thai = await listDestinationAreas(db, 'TH')
    expect(thai).toHaveLength(78)
    expect(thai[2]).toEqual({
      code: 'TH-10',
      destination: 'TH',
      kind: 'metropolitan-administration',
      names: { km: 'បាងកក', en: 'Bangkok' },
      localName: 'กรุงเทพมหานคร',
    })
  })

  it('use currencies that all have a name', async () => {
    expect((await listCurrencies(db)).map(({ code }) => code)).toEqual([
      'USD',
      'KHR',
      'THB',
      'MYR',
      'JPY',
      'KRW',
      'SGD',
      'HKD',
      'SAR',
    ])
  })
})

describe('the public holidays', () => {
  it('are all known for 2022 to 2025, and not yet for 2026 and 2027', async () => {
    const { knownYears } = makeCalendar(await listHolidays(db), [1, 2, 3, 4, 5])
    expect([...knownYears].sort()).toEqual([2022, 2023, 2024, 2025])
  })

  it('push a term over Khmer New Year of 2025', async () => {
    const calendar = makeCalendar(await listHolidays(db), [1, 2, 3, 4, 5])
    const [from] = (await listHolidays(db)).flatMap(({ day }) =>
      day === '2025-04-14' ? [day] : [],
    )
    expect(addWorkingDays(calendar, from!, 1)).toEqual({ day: '2025-04-17', uncertain: false })
  })
})
