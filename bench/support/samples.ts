import type { World } from './world.ts'

export async function someAgencies({ db }: World, count: number): Promise<string[]> {
  const rows = await db<{ id: string }[]>`
    select id from agency order by name_latin desc limit ${count}`
  return rows.map(({ id }) => id)
}

/** The one with the long history. */
export async function firstAgency({ db }: World): Promise<string> {
  const [row] = await db<{ id: string }[]>`
    select l.agency_id as id from event e join licence l on l.id = e.record_id
    group by l.agency_id order by count(*) desc limit 1`
  return row?.id ?? ''
}

/** A first contact as another program sends it. */
export const complaint = {
  ...{ relation: 'worker', openness: 'named', workerName: 'គំរូ សុភា', way: 'phone' },
  ...{ contact: '010 001 234', safeTimes: ['evening'], prefersWoman: 'no' },
  ...{ respondentKind: 'broker', respondentWords: 'បងម៉ៅ លក់នំ' },
  ...{ categories: ['fee_refund'], country: 'TH', province: '01', month: '2026-03' },
  ...{ paidAmount: '500', paidCurrency: 'USD', soughtAmount: '500', soughtCurrency: 'USD' },
  askedBefore: 'nobody',
  story: 'ខ្ញុំបានបង់ប្រាក់ជាច្រើនលើក ប៉ុន្តែគេមិនដែលឱ្យបង្កាន់ដៃទេ។ '.repeat(4),
}
