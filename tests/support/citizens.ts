import { beforeAll, beforeEach } from 'vitest'
import { type AgencyId, addAgency } from '../../src/modules/agencies/index.ts'
import { type ComplaintAction, wordsOf } from '../../src/modules/complaints/rules/lifecycle.ts'
import {
  anOfficer,
  aReceivedComplaint,
  taken,
} from '../../src/modules/complaints/testing/complaints.ts'
import { newId } from '../../src/platform/new-id.ts'
import { loadCountryPack } from '../../src/setup.ts'
import { aBrowser, anAddress, type Browser } from './account-browser.ts'
import { type TestApp, useApp } from './app.ts'

type Answer = Readonly<Record<string, string | readonly string[]>>

/** Every question answered rightly, in Khmer digits and letters. */
export const rightAnswers = {
  who: { relation: 'worker', people: '' },
  openness: { openness: 'named' },
  name: { workerName: 'សុខ សាកល្បង' },
  contact: {
    way: 'phone',
    contact: '០១២ ៣៤៥ ៦៧៨',
    safeTimes: ['evening', 'sunday'],
    prefersWoman: 'yes',
  },
  respondent: { respondentKind: 'agency', respondentWords: 'ស្វាយមាស សាកល្បង' },
  agency: {},
  what: { categories: ['fee_overcharge', 'document_retained'] },
  where: { country: 'TH', province: '02' },
  when: { 'month-month': '៣', 'month-year': '២០២៦' },
  money: {
    ...{ paidAmount: '១,២៥០', paidCurrency: 'USD', owedAmount: '', owedCurrency: 'THB' },
    ...{ soughtAmount: '', soughtCurrency: 'USD', soughtOpen: 'yes' },
  },
  'asked-before': { askedBefore: 'agency', askedAnswer: 'គេឱ្យចាំ' },
  story: { story: 'ពាក្យសម្ងាត់ក្នុងរឿងរបស់ខ្ញុំ' },
} as const satisfies Readonly<Record<string, Answer>>
export type Answers = Partial<Record<keyof typeof rightAnswers, Answer>>

/** The application with the country pack and one agency, and nobody's attempts counted yet. */
export function useCitizens() {
  const app: TestApp = useApp()
  const agencyId = newId<AgencyId>()
  beforeAll(async () => {
    await loadCountryPack(app.owner, {
      vault: app.vault,
      files: app.files,
      now: app.clock.now,
      say: () => {},
    })
    const names = { km: 'ស្វាយមាស សាកល្បង', en: 'Svay Meas Sample' }
    await app.owner.begin((tx) =>
      addAgency(tx, { id: agencyId, kind: 'agency', names, isPublic: true }),
    )
  })
  beforeEach(() => app.owner`delete from rate_limit`)
  const aPhone = () => aBrowser(app.app, anAddress())
  /** A case that was sent, and the way for an officer to move it. */
  const aCase = async (given: Given = {}) => {
    const receipt = await aReceivedComplaint(app, given)
    const move = async (action: ComplaintAction) => {
      const words = wordsOf[action] === null ? null : 'ពាក្យរបស់ការិយាល័យ'
      const done = await taken(app, officer, { complaintId: receipt.id, action, words })
      if (!done.ok) throw new Error(`${action}: ${done.refusal}`)
    }
    return { ...receipt, move }
  }
  return {
    ...{ ...app, agencyId, aPhone, aCase },
    /** Against the agency of the register. */
    against: { respondentKind: 'agency', agencyId } as const,
    /** The same, open on a phone. */
    anOpenCase: async (given: Given = {}) => {
      const one = await aCase(given)
      const phone = aPhone()
      await openCase(phone, one)
      return { ...one, phone }
    },
    statusOf: async (id: string) => {
      const [row] = await app.owner`select status, version from complaint where id = ${id}`
      return row
    },
  }
}

export const officer = anOfficer()
type Given = Parameters<typeof aReceivedComplaint>[1]

/** Answers every page as it comes until all is read once more; returns the questions asked. */
export async function answerAll(
  phone: Browser,
  { agencyId, lang = '', answers = {} }: { agencyId: string; lang?: string; answers?: Answers },
): Promise<string[]> {
  const given = { ...rightAnswers, agency: { agencyId }, ...answers }
  const asked: string[] = []
  let next = (await phone.post(`${lang}/complain`)).headers.location ?? ''
  while (!next.endsWith('/check')) {
    const id = next.split('/').at(-1) ?? ''
    // An offer and no question: passed by with nothing chosen.
    if (id === 'files') {
      next = (await phone.post(next, { 'go-on': 'check' })).headers.location ?? ''
      continue
    }
    asked.push(id)
    const page = await phone.get(next)
    if (page.statusCode !== 200 || asked.length > 20) throw new Error(`${next}: ${page.statusCode}`)
    const after = await phone.post(next, given[id as keyof typeof given])
    if (after.statusCode !== 303) throw new Error(`${next}: ${after.statusCode} ${after.body}`)
    next = after.headers.location ?? ''
  }
  return asked
}

/** Sends what was answered, with the page's own submission id. */
export async function sendComplaint(phone: Browser): Promise<{ number: string; secret: string }> {
  const check = await phone.get('/complain/check')
  await phone.post('/complain/send', { submission: submissionIn(check.body) })
  return receiptIn((await phone.get('/complain/receipt')).body)
}

export const submissionIn = (html: string): string =>
  /name="submission" value="([^"]+)"/.exec(html)?.[1] ?? ''

export function receiptIn(html: string): { number: string; secret: string } {
  const number = /\d\d-\d{7}-\d/.exec(html)?.[0]
  const secret = />(\d{4} \d{3} \d{3})</.exec(html)?.[1]
  if (!number || !secret) throw new Error('no receipt on this page')
  return { number, secret }
}

/** Opens the case on this phone. */
export const openCase = (phone: Browser, receipt: { number: string; secret: string }) =>
  phone.post('/follow', receipt)
