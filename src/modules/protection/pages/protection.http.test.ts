import { describe, expect, it } from 'vitest'
import { says, textOf, useComplaintDesk } from '../../../../tests/support/complaint-desk.ts'
import { tokenFor } from '../../../../tests/support/sign-in.ts'
import { apiRoutes } from '../../../api-routes.ts'
import { routes } from '../../../routes.ts'
import { taken } from '../../complaints/testing/complaints.ts'

const desk = useComplaintDesk()
const training = {
  ...{ sex: 'woman', course: 'A course', 'trainedOn-day': '1', 'trainedOn-month': '3' },
  'trainedOn-year': '2025',
}

/** What stands at an address for somebody: the status, and whether a text is in it. */
async function asked(login: string, url: string, text: string) {
  const answer = await (await desk.signedIn(login)).get(url)
  return [answer.statusCode, says(answer.body, text)]
}

async function viaApi(login: string, url: string, number: string) {
  const authorization = `Bearer ${await tokenFor(desk.owner, login, desk.clock.now)}`
  const answer = await desk.app().inject({ url, headers: { authorization } })
  return [answer.statusCode, says(answer.body, number)]
}

describe('a protected case, by its real number and address', () => {
  it('is found by those who were given it, and by nobody else, at any door', async () => {
    const agency = { respondentKind: 'agency', agencyId: desk.agencies[0] } as const
    const { id, number } = await desk.aComplaint({ ...agency, story: 'something said' })
    const officer = await desk.actor('officer-bmc')
    for (const action of ['register', 'ask-agency'] as const)
      await taken(desk, officer, { complaintId: id, action })
    const [inquiry] = await desk.owner`select id from agency_inquiry where complaint_id = ${id}`
    const page = routes.complaint.href({ id })
    const api = apiRoutes.complaint.replace(':id', id)
    expect(await asked('officer-bmc', page, number)).toEqual([200, true])
    expect(await asked('clerk', routes.inquiry.href({ id: inquiry?.id }), '')).toEqual([200, true])

    const screen = routes.complaintScreening.href({ id })
    const browser = await desk.signedIn('officer-bmc')
    const unanswered = await browser.post(screen, { 'a-immediate_danger': 'yes' })
    expect(unanswered.statusCode).toBe(422)
    const sent = await browser.post(screen, { 'a-immediate_danger': 'yes', wants: 'woman' })
    expect([sent.statusCode, sent.headers.location]).toEqual([303, '/work/complaints?moved=yes'])

    for (const login of ['officer-bmc', 'officer', 'counsellor']) {
      expect(await asked(login, page, number)).toEqual([404, false])
      expect(await asked(login, routes.complaints.href(), number)).toEqual([200, false])
      expect(await viaApi(login, api, number)).toEqual([404, false])
      expect(await viaApi(login, apiRoutes.complaints, number)).toEqual([200, false])
    }
    expect(await asked('officer', routes.complaintsExport.href(), number)).toEqual([200, false])
    expect(await asked('officer', routes.complaintProtection.href({ id }), number)).toEqual([
      404,
      false,
    ])
    expect(await asked('clerk', routes.inquiry.href({ id: inquiry?.id }), '')).toEqual([404, true])
    expect(await asked('clerk', routes.inquiries.href(), inquiry?.id)).toEqual([200, false])

    const head = await desk.signedIn('head')
    const person = desk.personId('caseworker')
    expect((await head.post(routes.caseworkers.href(), { ...training, person })).statusCode).toBe(
      303,
    )
    const give = routes.complaintProtectionStep.href({ id, step: 'give-to-caseworker' })
    const given = await head.post(give, { version: '1', wants: 'woman', caseworker: person })
    expect(given.statusCode).toBe(303)

    expect(await asked('caseworker', page, number)).toEqual([200, true])
    expect(await asked('caseworker', routes.complaints.href(), number)).toEqual([200, true])
    expect(await asked('caseworker', routes.protectedCases.href(), number)).toEqual([200, true])
    expect(await viaApi('caseworker', api, number)).toEqual([200, true])
    expect(await asked('head', page, number)).toEqual([200, true])
    const looks = await desk.owner`
      select count(*)::int as n from audit where record_id = ${id} and act = 'looked'
        and actor_id = ${desk.personId('caseworker')}`
    expect(looks[0]?.n).toBeGreaterThanOrEqual(2)
  })

  it('tells oversight its age and its last decision, and no word of it', async () => {
    const { id, number } = await desk.aComplaint({
      ...{ categories: ['official_misconduct'], story: 'something said' },
    })
    const page = await (await desk.signedIn('oversight')).get(`/en${routes.oversight.href()}`)
    const text = textOf(page.body)

    expect(page.statusCode).toBe(200)
    expect([says(text, number), says(text, 'About an office')]).toEqual([true, true])
    expect([says(text, 'something said'), says(text, 'សុខ ដារា')]).toEqual([false, false])
    expect(await asked('oversight', routes.complaint.href({ id }), number)).toEqual([403, false])
    expect(await asked('officer', routes.oversight.href(), number)).toEqual([403, false])
    expect(await viaApi('oversight', apiRoutes.oversight, number)).toEqual([200, true])
    const [look] = await desk.owner`
      select act from audit where record_type = 'oversight' limit 1`
    expect(look).toEqual({ act: 'looked' })
  })
})

describe('somebody at risk who does not complain', () => {
  const worried = { about: 'a neighbour is locked in', signs: 'locked-in', country: 'TH' }

  it('is reported by anybody, on a page whose title tells nothing', async () => {
    const page = await desk.app().inject('/en/worried')
    expect(/<title>([^<]*)/.exec(page.body)?.[1]).not.toMatch(/worried|risk|danger/i)
    const browser = await desk.signedIn('caseworker')
    const empty = await browser.post(routes.worried.href(), { about: ' ' })
    expect(empty.statusCode).toBe(422)
    const sent = await browser.post(routes.worried.href(), { ...worried, province: '01' })
    expect([sent.statusCode, sent.headers.location]).toEqual([303, '/worried/sent'])
  })

  it('is watched, helped, and becomes a complaint only by her own yes', async () => {
    const desktop = await desk.signedIn('counsellor')
    const logged = await desktop.post(routes.concernNew.href(), worried)
    const id = /concerns\/([\da-f-]{36})/.exec(String(logged.headers.location))?.[1] ?? ''
    expect(await asked('counsellor', routes.concern.href({ id }), 'locked in')).toEqual([200, true])
    expect(await asked('officer', routes.concern.href({ id }), 'locked in')).toEqual([404, false])

    const browser = await desk.signedIn('caseworker')
    const step = async (name: string, form: Record<string, string>) =>
      (await browser.post(routes.concernStep.href({ id, step: name }), form)).statusCode
    expect(await step('offer-help', { version: '1' })).toBe(422)
    expect(await step('watch', { version: '1' })).toBe(303)
    expect(await asked('counsellor', routes.concern.href({ id }), 'locked in')).toEqual([
      404,
      false,
    ])
    expect(await step('offer-help', { version: '2', help: 'shelter', answer: 'later' })).toBe(303)

    const { number } = await desk.aComplaint({ categories: ['official_misconduct'] })
    const yes = { yesHow: 'by-phone', 'yesOn-day': '20', 'yesOn-month': '11', 'yesOn-year': '2026' }
    expect(await step('become-complaint', { version: '3', number })).toBe(422)
    expect(await step('become-complaint', { version: '3', ...yes, number })).toBe(422)
    const hers = await desk.aComplaint()
    await desk.owner`
      update complaint set is_protected = true, owner_id = ${desk.personId('caseworker')}
      where id = ${hers.id}`
    expect(await step('become-complaint', { version: '3', ...yes, number: hers.number })).toBe(303)
    const [row] =
      await desk.owner`select status, yes_how, complaint_id from concern where id = ${id}`
    expect(row).toEqual({ status: 'complaint', yes_how: 'by-phone', complaint_id: hers.id })
    await expect(desk.owner`update concern set yes_how = null where id = ${id}`).rejects.toThrow(
      'complaint_by_her_own_yes',
    )
  })
})
