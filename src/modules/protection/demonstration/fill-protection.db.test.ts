import { expect, it } from 'vitest'
import { useDemonstration } from '../../../../tests/support/demonstration.ts'

const { owner } = useDemonstration()

it('shows a protected case with its caseworker, one about an office, and people at risk', async () => {
  const tracks = await owner`
    select t.status as track, p.login as owner from complaint c
    join protection_track t on t.complaint_id = c.id join person p on p.id = c.owner_id
    where is_protected`
  expect([...tracks]).toEqual([{ track: 'in-care', owner: 'caseworker' }])
  const offices = await owner`
    select distinct o.code as office, n.code as named, outside_body as outside from complaint c
    join office o on o.id = c.office_id left join complaint_office k on k.complaint_id = c.id
    left join office n on n.id = k.office_id where about_office order by n.code`
  expect([...offices]).toEqual([
    { office: 'inspectorate', named: 'inspectorate', outside: 'acu' },
    { office: 'inspectorate', named: 'pdolvt-02', outside: null },
    { office: 'inspectorate', named: null, outside: null },
  ])
  const concerns = await owner`select status, door from concern order by status`
  expect([...concerns]).toEqual([
    { status: 'new', door: 'public' },
    { status: 'watched', door: 'counsellor' },
  ])
  const referrals = await owner`select body, status from referral order by body`
  expect([...referrals]).toEqual([
    { body: 'police', status: 'prepared' },
    { body: 'shelter', status: 'sent' },
  ])
})
