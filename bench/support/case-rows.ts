import type { Db, Tx } from '../../src/platform/db.ts'

/** Of a hundred cases sixty are open, so that the hundredth page of an open list exists. */
const openOfHundred = 60

/** Adds cases until there are so many, each with contact, sums, clocks, events, some messages. */
export async function fillCases(db: Db, count: number): Promise<void> {
  await db.begin(async (tx) => {
    const [row] = await tx<{ there: number }[]>`select count(*)::int as there from complaint`
    const there = row?.there ?? 0
    if (there >= count) return
    const keyId = await sharedKey(tx)
    await tx`
      create temporary table fresh on commit drop as
      select uuidv7() as id, i, i % 100 < ${openOfHundred} as is_open,
        coalesce(o.province, '00') as area, o.id as office_id,
        now() - (i * 7919 % 1051200) * interval '1 minute' as received_at,
        now() + ((i * 6007 % 43200) - 8640) * interval '1 minute' as due_at
      from generate_series(${there + 1}::int, ${count}::int) i
      join (select id, province, row_number() over (order by code) - 1 as place,
          count(*) over () as offices
        from office where kind in ('ministry', 'provincial')) o on o.place = i % o.offices`
    await addComplaints(tx, keyId)
    await addParts(tx, keyId)
  })
}

/** All sealed columns hold dummy bytes under one key: nobody opens them here. */
async function sharedKey(tx: Tx): Promise<string> {
  const [row] = await tx<{ id: string }[]>`
    insert into person_key (wrapped) values (decode(repeat('00', 60), 'hex')) returning id`
  return row?.id ?? ''
}

async function addComplaints(tx: Tx, keyId: string): Promise<void> {
  await tx`
    insert into complaint (id, number, secret_hash, status, openness, door, received_at, entered_at,
      area, office_id, owner_id, key_id, respondent_kind, agency_id, categories, happened_country,
      happened_province, happened_month, asked_before, story_sealed, language, next_due_at,
      closed_at, closed_how)
    select f.id, 'B' || lpad(f.i::text, 8, '0'), decode(md5(f.i::text), 'hex'),
      case when is_open then (array['received', 'registered', 'agency-asked', 'agency-answered'])
        [f.i % 4 + 1] else 'closed' end,
      (array['named', 'named', 'confidential', 'anonymous'])[f.i % 4 + 1], 'web',
      received_at, received_at, f.area, office_id,
      case when f.i % 5 = 0 then null else p.id end, ${keyId},
      case when f.i % 3 = 0 then 'broker' else 'agency' end,
      case when f.i % 3 = 0 then null else a.id end,
      array[k.code], 'TH', nullif(f.area, '00'), '2026-03', 'nobody',
      decode(repeat(md5(f.i::text), 12), 'hex'), 'km',
      case when is_open then due_at end, case when is_open then null else due_at end,
      case when is_open then null else 'complainant-agreed' end
    from fresh f
    join (select code, row_number() over (order by position) - 1 as place,
        count(*) over () as all_of_them from complaint_category) k on k.place = f.i % k.all_of_them
    join (select id, row_number() over (order by id) - 1 as place,
        count(*) over () as all_of_them from agency) a on a.place = f.i % a.all_of_them
    left join person p on p.login = case f.area when '01' then 'officer-bmc'
      when '02' then 'officer-bat' else (array['officer', 'head'])[f.i % 2 + 1] end`
}

async function addParts(tx: Tx, keyId: string): Promise<void> {
  await tx`
    insert into complaint_contact (complaint_id, key_id, area, relation, contact_sealed,
      contact_index, way)
    select id, ${keyId}, area, 'worker', decode(repeat(md5(i::text), 3), 'hex'),
      decode(md5((i % 50000)::text), 'hex'), 'phone' from fresh`
  await tx`
    insert into complaint_claim (complaint_id, area, kind, minor, currency)
    select id, area, kind, i * 100, 'THB' from fresh, unnest(array['owed', 'sought']) kind`
  await tx`
    insert into clock (record_type, record_id, kind, area, rule_key, rules_applied, started_at,
      due_at, uncertain, stopped_at, outcome)
    select 'complaint', id, 'resolve', area, 'complaint.resolve_days', '[]', received_at, due_at,
      false, case when is_open then null else due_at end, case when is_open then null else 'met' end
    from fresh`
  await tx`
    insert into event (happened_at, record_type, record_id, type, actor_kind, actor_id, to_status,
      visible_to, area)
    select received_at + step * interval '1 day', 'complaint', id,
      (array['complaint.received', 'complaint.registered'])[step + 1], 'system', 'bench',
      (array['received', 'registered'])[step + 1], '{officer,complainant}', area
    from fresh, generate_series(0, 1) step`
  await tx`
    insert into complaint_message (complaint_id, area, key_id, from_side, author_id, sent_at,
      body_sealed, read_at)
    select id, area, ${keyId}, 'complainant', 'complainant', due_at - interval '3 days',
      decode(repeat(md5(i::text), 4), 'hex'), case when i % 50 = 0 then null else due_at end
    from fresh where i % 5 = 0`
}
