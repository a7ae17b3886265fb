import type { Actor } from '../src/kernel/actor.ts'
import { seeded } from '../src/kernel/random.ts'
import { sealPerson } from '../src/modules/agencies/actions/sealed-person.ts'
import { type AgencyId, findLinks } from '../src/modules/agencies/index.ts'
import { databaseUrls } from '../src/platform/database-urls.ts'
import { connect, type Db, readAs } from '../src/platform/db.ts'
import { newId } from '../src/platform/new-id.ts'
import { nameKey, searchKey } from '../src/platform/text/index.ts'
import { createPersonKeys } from '../src/platform/vault/person-keys.ts'
import { makeVault } from '../src/platform/vault/vault.ts'
import { atMost, type Bench, line } from './support/bench.ts'
import { quantile } from './support/quantile.ts'
import { masterKey } from './support/world.ts'

const companies = 5_000
const each = 10
const families =
  'Sok Chan Keo Heng Nhem Chea Prak Ros Yim Meas Long Ung Tep Sim Khun Oum Pich Noun Som Mao'
const given =
  'Dara Sophea Visal Rith Bopha Kunthea Vanna Samnang Chenda Ratha Sreymom Pisey Narith Thida'
const endings = ['', 'ra', 'vuth', 'leak', 'roth', 'kanha', 'mony', 'phal', 'seyha', 'vatey']

/** Who is behind one company, among five thousand with fifty thousand persons, sites and numbers. */
export const links: Bench = {
  name: 'links',
  async run({ world, say }) {
    const vault = makeVault(masterKey)
    say(`links: filling ${companies} companies with ${companies * each} persons, sites and numbers`)
    const ids = await fill(world.db)
    await world.db.unsafe('vacuum analyze')
    const db = connect(databaseUrls(masterKey, world.ownerUrl).app, { max: 2 })
    try {
      const took: number[] = []
      let found = 0
      for (const agencyId of ids.slice(0, 60)) {
        const from = performance.now()
        const links = await readAs(db, officer, (tx) => findLinks(tx, { agencyId, vault }))
        took.push(performance.now() - from)
        found += links?.paths.length ?? 0
      }
      const ms = took.slice(10).sort((a, b) => a - b)
      return [
        line('persons, sites and numbers each', companies * each, ''),
        line('paths found for one company, on average', Math.round(found / took.length), ''),
        line('links of one company, p50', quantile(ms, 0.5), 'ms'),
        atMost('links of one company, p95', quantile(ms, 0.95), { unit: 'ms', target: 200 }),
      ]
    } finally {
      await db.end({ timeout: 1 })
    }
  },
}

const officer: Actor = {
  ...{ kind: 'person', id: newId<string>(), roles: ['licensing-officer'], agencyId: null },
  ...{ officeId: null, areas: null },
}

async function fill(db: Db): Promise<readonly AgencyId[]> {
  const random = seeded(5)
  const vault = makeVault(masterKey)
  const ids: AgencyId[] = []
  const [first, last] = [families.split(' '), given.split(' ')]
  const person = () => `${random.pick(first)} ${random.pick(last)}${random.pick(endings)}`
  for (let batch = 0; batch < companies / 250; batch += 1)
    await db.begin(async (tx) => {
      const made = Array.from({ length: 250 }, () => ({
        id: newId<AgencyId>(),
        name: `${person()} ${random.pick(last)} Manpower`,
      }))
      ids.push(...made.map(({ id }) => id))
      await tx`insert into agency ${tx(made.map(({ id, name }) => ({ id, kind: 'agency', name_latin: name, is_public: true })))}`
      await tx`insert into agency_name ${tx(made.map(({ id, name }) => ({ agency_id: id, kind: 'official', name, key: nameKey(name), sound: searchKey(name), is_public: true })))}`
      const rows = made.flatMap(({ id }) => Array.from({ length: each }, () => id))
      const keys = await createPersonKeys(tx, vault, rows.length)
      const people = rows.map((agencyId, at) => {
        const { id, key } = keys[at] ?? {}
        if (!id || !key) throw new Error('no key')
        const sealed = sealPerson(vault, key, {
          ...{ names: { km: null, en: person() }, nationality: 'KH', birth: null },
          ...{
            identity: String(random.below(400_000)),
            phone: `0100${random.below(400_000) + 100_000}`,
          },
        })
        return {
          ...{ id: newId<string>(), agency_id: agencyId, key_id: id, nationality: 'KH' },
          ...{ names_sealed: sealed.namesSealed, facts_sealed: sealed.factsSealed },
          ...{ identity_index: sealed.identityIndex, phone_index: sealed.phoneIndex },
          ...{ sounds: sealed.sounds, added_at: new Date() },
        }
      })
      for (let at = 0; at < people.length; at += 500)
        await tx`insert into agency_person ${tx(people.slice(at, at + 500))}`
      await tx`insert into agency_site ${tx(
        rows.map((agencyId) => {
          const house = `No. ${random.below(90_000)}, Street ${random.below(9)}`
          return {
            agency_id: agencyId,
            kind: 'branch',
            province_code: '12',
            address_km: house,
            address_latin: house,
            address_key: nameKey(house),
            lat: 11.4 + random.below(40_000) / 100_000,
            lon: 104.7 + random.below(40_000) / 100_000,
            from_day: '2024-01-01',
            is_public: true,
          }
        }),
      )}`
      await tx`insert into agency_contact ${tx(
        rows.map((agencyId) => {
          const key = `+855${10_000_000 + random.below(500_000)}`
          return {
            agency_id: agencyId,
            kind: 'phone',
            shown: key,
            key,
            from_day: '2024-01-01',
            is_public: true,
          }
        }),
      )}`
    })
  return ids
}
