import { expect, it } from 'vitest'
import { useComplaintDesk } from '../../../../../tests/support/complaint-desk.ts'
import { parseCursor } from '../../store/worklist.ts'

const desk = useComplaintDesk()
const id = '00000000-0000-7000-8000-000000000000'

it.each([
  `2024-99-99 10:00:00+00~${id}`,
  `2026-02-30 10:00:00+00~${id}`,
  `2026-02-20 24:00:00+00~${id}`,
  `2026-02-20 10:60:00+00~${id}`,
  `2026-02-20 10:00:00+99~${id}`,
  `0000-02-20 10:00:00+00~${id}`,
  `2026-02-20 10:00:00+00~${'-'.repeat(36)}`,
  `2026-02-20 10:00:00+00~${id}' or true --`,
  'x',
])('a place that no list has begins the list again: %s', async (cursor) => {
  const officer = await desk.signedIn('officer')
  const clerk = await desk.signedIn('clerk')
  const asked = encodeURIComponent(cursor)

  expect((await officer.get(`/work/complaints?after=${asked}`)).statusCode).toBe(200)
  expect((await officer.get(`/work/complaints?before=${asked}`)).statusCode).toBe(200)
  expect((await clerk.get(`/agency/inquiries?after=${asked}`)).statusCode).toBe(200)
  expect((await officer.get(`/api/v1/complaints?cursor=${asked}`)).statusCode).toBe(422)
})

it.each(['2026-02-20 10:00:00+00', '2026-02-20 23:59:59.123456+05:30', '2024-02-29 00:00:00-11'])(
  'a place as the database writes it is read: %s',
  (at) => {
    expect(parseCursor(`${at}~${id}`)).toEqual({ at, id })
  },
)
