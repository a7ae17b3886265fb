import { addDays, dayOf } from '../../src/kernel/days.ts'
import {
  type AgencyId,
  addAgency,
  addContact,
  addName,
  addSite,
} from '../../src/modules/agencies/index.ts'
import { addLicence } from '../../src/modules/licences/store/licence.ts'
import type { Tx } from '../../src/platform/db.ts'
import { newId } from '../../src/platform/new-id.ts'

const khmer = ['ស្វាយ', 'ធូរេន', 'មង្ឃុត', 'ដូង', 'ម្នាស់', 'ត្រែង', 'ឈូក', 'រំដួល', 'ចំប៉ី', 'កុលាប']
const colours = ['ខៀវ', 'ក្រហម', 'លឿង', 'បៃតង', 'ស', 'មាស', 'ប្រាក់', 'ទុំ', 'ស្រស់', 'ធំ']
const latin = ['Mango', 'Durian', 'Guava', 'Coconut', 'Pineapple', 'Papaya', 'Lotus', 'Rumduol']
const ends = ['Harvest', 'Garden', 'River', 'Morning', 'Valley', 'Market', 'Bridge', 'Orchard']

const pick = (list: readonly string[], number: number) => list[number % list.length] ?? ''

/** Fictitious names, different for every number. */
export const nameOf = (number: number) => ({
  km: `${pick(khmer, number)}${pick(colours, Math.floor(number / 10))} លេខ${number}`,
  en: `${pick(latin, number)} ${pick(ends, Math.floor(number / 8))} ${pick(ends, number + 3)} ${number}`,
})

/** The first has fifty lines of history; its page is the one that is measured. */
const longHistory = 50

/** Licensed agencies with names, telephone, page, site and a licence for two countries. */
export async function fillAgencies(tx: Tx, count: number): Promise<AgencyId[]> {
  const ids: AgencyId[] = []
  for (let begin = 0; begin < count; begin += 20)
    await Promise.all(
      Array.from({ length: Math.min(20, count - begin) }, async (_, index) => {
        ids[begin + index] = await fillAgency(tx, begin + index)
      }),
    )
  await tx`update licence set status = 'granted' where status = 'applied'`
  await tx`
    insert into event (happened_at, record_type, record_id, type, actor_kind, actor_id, visible_to)
    select now() - step * interval '7 days', 'licence', l.id,
      case when step % 2 = 0 then 'licence.suspended' else 'licence.reinstated' end,
      'system', 'bench', '{public,officer}'
    from licence l cross join lateral generate_series(1,
      case when l.agency_id = ${ids[0] ?? ''} then ${longHistory}::int else 2 end) step`
  return ids
}

async function fillAgency(tx: Tx, number: number): Promise<AgencyId> {
  const id = newId<AgencyId>()
  const names = nameOf(number)
  const today = dayOf(new Date())
  const from = addDays(today, -700)
  const open = { from, to: null, isPublic: true }
  await addAgency(tx, { id, kind: 'agency', names, isPublic: true })
  await addName(tx, id, { kind: 'trade', name: `${names.en} Co`, isPublic: true })
  const address = { km: `ផ្ទះលេខ ${number}`, en: `No. ${number}` }
  await addSite(tx, id, { ...open, kind: 'head-office', province: '12', address })
  const phone = `012 ${String(200_000 + number).replace(/(?=...$)/, ' ')}`
  await addContact(tx, id, { ...open, kind: 'phone', shown: phone })
  await addContact(tx, id, { ...open, kind: 'page', shown: `https://agency-${number}.example` })
  await addLicence(tx, {
    ...{ id: newId(), agencyId: id, number: `B-${String(number).padStart(5, '0')}` },
    ...{ prakas: null, validFrom: from, validTo: addDays(today, 400) },
    authorisations: ['TH', 'JP'].map((destination) => ({
      ...{ destination, sector: 'general' as const, from, to: null },
    })),
  })
  return id
}
