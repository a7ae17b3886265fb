import { expect, it } from 'vitest'
import { useDemonstration } from '../../../../tests/support/demonstration.ts'
import { licencesAgreeWithEvents } from './check-against-events.ts'

const { jobs, owner } = useDemonstration()

it('names a licence whose status or suspension somebody changed behind the program', async () => {
  expect(await licencesAgreeWithEvents(jobs)).toEqual([])
  const [revived] = await owner`
    update licence set status = 'granted', ended_on = null
    where id = (select id from licence where status = 'revoked' limit 1) returning id`
  const [shortened] = await owner`
    update licence set suspended_until = suspended_until - 10
    where id = (select id from licence where suspended_until is not null limit 1) returning id`

  const faults = await licencesAgreeWithEvents(jobs)
  expect(faults.map(({ where, id }) => [where, id]).sort()).toEqual(
    [
      ['licence status', revived!.id],
      ['licence suspension', shortened!.id],
    ].sort(),
  )
})
