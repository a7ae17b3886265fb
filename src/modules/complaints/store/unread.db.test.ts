import { expect, it } from 'vitest'
import { useComplaintDesk } from '../../../../tests/support/complaint-desk.ts'
import type { Tx } from '../../../platform/db.ts'
import type { ComplaintId } from '../rules/complaint.ts'
import { insertMessage, markRead } from './message.ts'

const desk = useComplaintDesk()

const isUnread = async (id: ComplaintId): Promise<boolean> =>
  (await desk.owner`select unread from complaint where id = ${id}`)[0]?.unread

async function write(tx: Tx, id: ComplaintId, fromSide: 'complainant' | 'office'): Promise<void> {
  const [row] = await tx`select key_id, area from complaint where id = ${id}`
  await insertMessage(
    tx,
    { id, area: row?.area },
    {
      ...{ fromSide, authorId: fromSide, sentAt: desk.clock.now },
      ...{ keyId: row?.key_id, bodySealed: Buffer.from('sealed') },
    },
  )
}
const read = (tx: Tx, id: ComplaintId) =>
  markRead(tx, id, { from: 'complainant', at: desk.clock.now })

it('is what the complainant wrote and nobody has read', async () => {
  const { id } = await desk.aComplaint()
  expect(await isUnread(id)).toBe(false)

  await desk.owner.begin((tx) => write(tx as Tx, id, 'office'))
  expect(await isUnread(id)).toBe(false)

  await desk.owner.begin((tx) => write(tx as Tx, id, 'complainant'))
  expect(await isUnread(id)).toBe(true)

  await desk.owner.begin((tx) => read(tx as Tx, id))
  expect(await isUnread(id)).toBe(false)
})

it('stays where she writes while an officer reads', async () => {
  const { id } = await desk.aComplaint()
  await desk.owner.begin((tx) => write(tx as Tx, id, 'complainant'))

  let reading: Promise<unknown> = Promise.resolve()
  await desk.owner.begin(async (tx) => {
    await write(tx as Tx, id, 'complainant')
    reading = desk.owner.begin((other) => read(other as Tx, id))
    await somebodyWaits(tx as Tx)
  })
  await reading

  expect(await isUnread(id)).toBe(true)
})

it('stays where an officer reads while she writes', async () => {
  const { id } = await desk.aComplaint()
  await desk.owner.begin((tx) => write(tx as Tx, id, 'complainant'))

  let writing: Promise<unknown> = Promise.resolve()
  await desk.owner.begin(async (tx) => {
    await read(tx as Tx, id)
    writing = desk.owner.begin((other) => write(other as Tx, id, 'complainant'))
    await somebodyWaits(tx as Tx)
  })
  await writing

  expect(await isUnread(id)).toBe(true)
})

/** Until another transaction waits for this one. */
const somebodyWaits = (tx: Tx) =>
  expect
    .poll(async () => (await tx`select from pg_locks where not granted`).length)
    .toBeGreaterThan(0)
