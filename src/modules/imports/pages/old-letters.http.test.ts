import { beforeAll, describe, expect, it } from 'vitest'
import { textOf, useComplaintDesk } from '../../../../tests/support/complaint-desk.ts'
import { runJobs } from '../../../../tests/support/jobs.ts'
import { type SentFile, sendFiles } from '../../../../tests/support/uploads.ts'
import { aPdf, aPhoto } from '../../evidence/testing/samples.ts'
import { aZip } from '../testing/zip.ts'

const desk = useComplaintDesk()
let photo: Buffer
beforeAll(async () => {
  photo = await aPhoto({ width: 400, height: 300 })
})

const head = 'old number,direction,date,to or from,subject,case,scans'
const tableOf = (...lines: string[]) => Buffer.from([head, ...lines].join('\n'))
const good = [
  '12/25,in,2/3/2025,Zxqv Sender,Zxqv Subject,,a.jpg; b.pdf',
  '12/25,out,9/3/2025,Zxqv Receiver,Answer,,',
]

async function upload(kind: string, table: Buffer, ...papers: (readonly [string, Buffer])[]) {
  const browser = await desk.signedIn('head')
  const files: SentFile[] = [
    [`file-${kind}`, 'old.csv', table],
    ...papers.map(([name, bytes]): SentFile => [`documents-${kind}`, name, bytes]),
  ]
  const url = `/en/work/imports/new/${kind}`
  const answer = await sendFiles(desk.app(), { url, files, cookies: browser.cookies })
  await runJobs(desk)
  const at = String(answer.headers.location)
  return { browser, at, id: at.split('/').at(-1) ?? '', answer }
}
const see = async ({ browser, at }: Awaited<ReturnType<typeof upload>>) =>
  textOf((await browser.get(at)).body)
async function confirm(run: Awaited<ReturnType<typeof upload>>) {
  const { version } = (await desk.owner`select version from import_run where id = ${run.id}`)[0]!
  const answer = await run.browser.post(`${run.at}/actions/confirm`, { version: String(version) })
  await runJobs(desk)
  return answer
}
const problemsOf = async (id: string) =>
  (
    await desk.owner<{ line: number; data: { column: string; message: { key: string } } }[]>`
      select line, data from import_finding where run_id = ${id} and kind = 'problem' order by position`
  ).map(({ line, data }) => [line, data.column, data.message.key.replace('imports.problem.', '')])

describe('letters of the old register', () => {
  it('are not brought in with a problem among lines or papers; each is named', async () => {
    const acting = Buffer.from('#!/bin/sh\n')
    const run = await upload(
      'letters',
      tableOf(
        '1/25,sideways,2/3/2025,X,Y,,gone.pdf',
        '2/25,in,2/3/2025,X,Y,C-9,lie.pdf;run.sh;empty.png',
      ),
      [
        'all.zip',
        aZip([
          ['s/lie.pdf', photo],
          ['s/run.sh', acting],
          ['s/empty.png', Buffer.alloc(0)],
        ]),
      ],
      ['Zxqv name of somebody.jpg', photo],
    )

    expect(await problemsOf(run.id)).toEqual([
      [0, null, 'document-unnamed'],
      [2, 'scans', 'document-missing'],
      [2, 'direction', 'no-direction'],
      [3, 'scans', 'document-lies'],
      [3, 'scans', 'document-kind-unknown'],
      [3, 'scans', 'document-empty'],
      [3, 'old number of the case', 'no-old-case'],
    ])
    expect(await see(run)).toContain('Zxqv name of somebody.jpg')
    const kept = await desk.owner`select data::text as data from import_finding`
    expect(JSON.stringify(kept)).not.toContain('Zxqv')
    expect((await confirm(run)).statusCode).toBe(422)
    expect(await desk.owner`select 1 from letter`).toEqual([])
  })

  it('a bomb among the papers is not unpacked, and no paper comes with a register that takes none', async () => {
    const bomb = aZip(
      Array.from({ length: 40 }, (_, index) => [`${index}.pdf`, Buffer.alloc(9_000_000)] as const),
    )
    expect(bomb.length).toBeLessThan(1_000_000)
    const run = await upload('letters', tableOf(good[1] ?? ''), ['all.zip', bomb])

    expect((await problemsOf(run.id)).map(([, , key]) => key)).toContain('archive-too-large')
    const licensing = await desk.signedIn('licensing-head')
    const refused = await sendFiles(desk.app(), {
      ...{ url: '/en/work/imports/new/agencies', cookies: licensing.cookies },
      files: [
        ['file-agencies', 'a.csv', tableOf()],
        ['documents-agencies', 'a.pdf', aPdf()],
      ],
    })
    expect(refused.statusCode).toBe(422)
  })

  it('come with number, day and scans, unverified until somebody has compared them', async () => {
    const zip = aZip([
      ['a.jpg', photo],
      ['__MACOSX/._a.jpg', Buffer.from('x')],
    ])
    const papers = [
      ['all.zip', zip],
      ['b.pdf', aPdf({ more: '4 0 obj << /S /JavaScript /JS (x) >> endobj' })],
    ] as const
    const run = await upload('letters', tableOf(...good), ...papers)
    expect(await problemsOf(run.id)).toEqual([])
    expect(await desk.owner`select 1 from letter`).toEqual([])

    expect((await confirm(run)).statusCode).toBe(303)

    const letters = await desk.owner`
      select id, direction, status, old_number, received_on, dated, number from letter order by id`
    expect(letters).toMatchObject([
      { direction: 'incoming', status: 'filed', old_number: '12/25', received_on: '2025-03-02' },
      { direction: 'outgoing', status: 'filed', old_number: '12/25', dated: '2025-03-09' },
    ])
    const id = String(letters[0]?.id)
    const files = await desk.owner`
      select kind, status, origin, original_hash is null as "isGone" from evidence
      where record_id = ${id} order by kind`
    expect(files).toMatchObject([
      { kind: 'jpeg', status: 'checked', origin: 'old-register', isGone: true },
      { kind: 'pdf', status: 'refused' },
    ])
    const officer = await desk.signedIn('officer')
    const register = textOf((await officer.get('/en/work/letters?register=old')).body)
    expect(register).toContain('Zxqv Sender')
    expect(register).toContain('unverified')
    expect(textOf((await officer.get('/en/work/letters?direction=incoming')).body)).not.toContain(
      '12/25',
    )
    expect(textOf((await officer.get(`/en/work/letters/${id}`)).body)).toContain('is unverified')
    await officer.post(`/en/work/letters/${id}/compared`)
    const page = textOf((await officer.get(`/en/work/letters/${id}`)).body)
    expect(page).toContain('compared with the old file on')
    const shown = await see(run)
    expect(shown).toContain('Documents taken 2')
    expect(shown).toContain('found unsafe, and not shown 1')
  })

  it('are there once however often the file comes; papers that come later are added', async () => {
    const before = await desk.owner`select count(*)::int as n from letter`
    const lines = [good[0] ?? '', `${good[1]}c.jpg`]
    const other = Buffer.concat([photo, Buffer.from('other')])
    const papers = [
      ['a.jpg', photo],
      ['b.pdf', aPdf({ more: '4 0 obj << /S /JavaScript /JS (x) >> endobj' })],
      ['c.jpg', other],
    ] as const
    const run = await upload('letters', tableOf(...lines), ...papers)

    await confirm(run)

    expect(await desk.owner`select count(*)::int as n from letter`).toEqual(before)
    expect(
      await desk.owner`select count(*)::int as n from evidence e join letter l on l.id = e.record_id
        where l.direction = 'outgoing'`,
    ).toEqual([{ n: 1 }])
    const csv = (await run.browser.get(`${run.at}/reconciliation`)).body
    expect(csv).toContain('2,12/25,here before,')
    expect(csv).toContain('3,12/25,"here before, completed or changed",')
    const again = await upload('letters', tableOf(...lines), ...papers)
    expect(await see(again)).toContain('nothing to bring in')
  })
})

it('an open case of the old register brings its papers, and letters find it by its old number', async () => {
  const [{ code } = { code: '' }] = await desk.owner<{ code: string }[]>`
    select code from complaint_category limit 1`
  const table = Buffer.from(
    `old number,received on,categories,documents\nC-1,2026-03-01,${code},a.jpg\n`,
  )
  const run = await upload('cases', table, ['a.jpg', photo])
  expect(await problemsOf(run.id)).toEqual([])
  await confirm(run)

  const [row] =
    await desk.owner`select c.id, c.number from complaint c join old_case o on o.complaint_id = c.id`
  expect(
    await desk.owner`select status, origin from evidence where record_id = ${String(row?.id)}`,
  ).toEqual([{ status: 'checked', origin: 'old-register' }])
  expect((await run.browser.get(`${run.at}/reconciliation`)).body).toContain(
    `C-1,taken,${row?.number},1`,
  )
  const letters = await upload('letters', tableOf('77/26,in,2/4/2026,Zxqv,About it,C-1,'))
  await confirm(letters)
  expect(textOf((await run.browser.get(`/en/work/complaints/${row?.id}`)).body)).toContain('77/26')
  // What came with the files is nobody's any more.
  await runJobs(desk)
})
