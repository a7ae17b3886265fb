import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { qrSvg } from '../src/platform/documents/qr.ts'
import type { LetterSheet } from '../src/platform/documents/sheets.ts'
import { typeset } from '../src/platform/documents/typeset.ts'
import { atMost, type Bench, type Line, line } from './support/bench.ts'
import { projectRoot, startChild } from './support/child.ts'
import { signIn, textAt } from './support/people.ts'
import { quantile } from './support/quantile.ts'
import type { World } from './support/world.ts'

const recipients = 1_000

/** A letter as a PDF, and a thousand of them while somebody works with the pages. */
export const documents: Bench = {
  name: 'documents',
  async run({ world }) {
    const [first = 0, ...times] = await setMany(200)
    return [
      line('the first PDF, with the fonts', first, 'ms'),
      line('a PDF, p50', quantile(sorted(times), 0.5), 'ms'),
      atMost('a PDF, p95', quantile(sorted(times), 0.95), { unit: 'ms', target: 100 }),
      ...(await setBatch(world)),
    ]
  },
}

const sorted = (times: readonly number[]): number[] => [...times].sort((a, b) => a - b)

async function setMany(count: number): Promise<number[]> {
  const times: number[] = []
  for (let number = 0; number <= count; number++) {
    const from = performance.now()
    typeset({ form: 'letter', data: await aLetter(number) }, new Date())
    times.push(performance.now() - from)
  }
  return times
}

/** A page of Khmer with a QR code, different each time. */
const aLetter = async (number: number): Promise<LetterSheet> => ({
  ...{ lang: 'km', title: `${number}`, office: null, number: `លេខ ${number}`, stamp: null },
  motto: ['ព្រះរាជាណាចក្រកម្ពុជា', 'ជាតិ សាសនា ព្រះមហាក្សត្រ'],
  ministry: 'ក្រសួងការងារ និងបណ្តុះបណ្តាលវិជ្ជាជីវៈ',
  lines: [{ label: 'ជូនចំពោះ', text: `ភ្នាក់ងារគំរូ ${number}` }],
  paragraphs: Array.from(
    { length: 6 },
    (_, place) => `${'ក្រសួងបានទទួលពាក្យបណ្តឹងរបស់លោកអ្នកហើយ។ '.repeat(6)} ${number} ${place}`,
  ),
  thumbprints: [],
  dates: ['ថ្ងៃសុក្រ ១១កើត ខែកត្តិក', `រាជធានីភ្នំពេញ ${number}`],
  signer: { position: 'ប្រធាននាយកដ្ឋាន', name: 'គំរូ' },
  verify: { qr: await qrSvg(`HTTPS://BECOME.EXAMPLE/V/${number}`), code: `${number}`, text: 'QR' },
})

async function setBatch(world: World): Promise<Line[]> {
  const officer = await signIn(world, 'officer')
  const id = await aSignedLetter(world, officer)
  const quiet = await looks(world, { headers: officer, isOver: async (looked) => looked > 50 })
  const from = performance.now()
  const worker = await startChild([join(projectRoot, 'dist', 'main.js'), 'worker'], world.env)
  try {
    const isOver = async () => (await unset(world, id)) === 0
    const meanwhile = await looks(world, { headers: officer, isOver })
    return [
      line(`${recipients} letters by the worker`, (performance.now() - from) / 1000, 's'),
      line('a page without them, p95', quantile(quiet, 0.95), 'ms'),
      atMost('a page meanwhile, p95', quantile(meanwhile, 0.95), { unit: 'ms', target: 100 }),
    ]
  } finally {
    await worker.stop()
  }
}

async function unset({ db }: World, id: string): Promise<number> {
  const [row] = await db<{ left: number }[]>`
    select count(*)::int as left from letter_copy where letter_id = ${id} and pdf_file is null`
  return row?.left ?? 0
}

type Headers = Readonly<Record<string, string>>
type Looking = { readonly headers: Headers; isOver(looked: number): Promise<boolean> }

/** A look at the register every tenth of a second until it is over; sorted. */
async function looks(world: World, { headers, isOver }: Looking): Promise<number[]> {
  const times: number[] = []
  while (!(await isOver(times.length))) {
    const from = performance.now()
    await textAt(world, '/work/letters', headers)
    times.push(performance.now() - from)
    await wait(100)
  }
  return sorted(times)
}

/** Written by the officer, signed by the chief of the bureau, with the code of a demonstration. */
async function aSignedLetter(world: World, officer: Headers): Promise<string> {
  const names = Array.from({ length: recipients }, (_, place) => `ភ្នាក់ងារគំរូ ${place}`)
  const text = (await aLetter(0)).paragraphs.join('\n')
  const words = { language: 'km', correspondent: 'ភ្នាក់ងារ', subject: 'សំណើ', body: text }
  const begun = await send(world, officer, {
    path: '/work/letters/new',
    form: { ...words, recipients: names.join('\n') },
  })
  const id = /letters\/([0-9a-f-]{36})/.exec(begun)?.[1] ?? ''
  const step = (action: string) => `/work/letters/${id}/actions/${action}`
  await send(world, officer, { path: step('pass-up'), form: { version: '1', note: 'ok' } })
  const chief = await signIn(world, 'chief')
  const shown = await textAt(world, `/en/work/letters/${id}`, chief)
  const code = /would now show (\d{6})/.exec(shown)?.[1] ?? ''
  const form = { version: '2', note: '', 'signing-code': code }
  await send(world, chief, { path: step('sign'), form })
  return id
}

type Sending = { readonly path: string; readonly form: Readonly<Record<string, string>> }

async function send(world: World, headers: Headers, { path, form }: Sending): Promise<string> {
  const response = await fetch(world.url + path, {
    method: 'POST',
    redirect: 'manual',
    headers: { ...headers, 'sec-fetch-site': 'same-origin' },
    body: new URLSearchParams(form),
  })
  if (response.status !== 303) throw new Error(`${path} answered ${response.status}`)
  return response.headers.get('location') ?? ''
}
