import { describe, expect, it } from 'vitest'
import type { Role } from '../../../kernel/actor.ts'
import type { Day } from '../../../kernel/days.ts'
import { lifecycleFaults, offeredActions } from '../../../kernel/lifecycle.ts'
import { ok, refuse } from '../../../kernel/result.ts'
import { checkApprover } from './approver.ts'
import { checkFirstDay, earliestDay } from './first-day.ts'
import { changeLifecycle, changeStatuses, personActions } from './lifecycle.ts'
import { checkPerson, type SecondPersonFacts, waitsFor } from './second-person.ts'
import { checkWording, type WordingFacts } from './wording.ts'

const day = (text: string) => text as Day

describe('the life of a change', () => {
  const offered = (role: Role) =>
    Object.fromEntries(
      changeStatuses.map((status) => [status, offeredActions(changeLifecycle, status, [role])]),
    )
  const nothing = Object.fromEntries(changeStatuses.map((status) => [status, []]))

  it('reaches every status, and leaves every status that is not the end', () => {
    expect(lifecycleFaults(changeLifecycle, changeStatuses)).toEqual([])
  })

  it.each(['administrator', 'complaints-head', 'licensing-head'] as const)(
    'offers %s exactly these actions',
    (role) => {
      expect(offered(role)).toEqual({
        ...nothing,
        proposed: ['approve', 'refuse', 'withdraw'],
        approved: ['stop'],
      })
    },
  )

  it('leaves to the platform what the calendar does, and offers others nothing', () => {
    expect(offered('system')).toEqual({
      ...nothing,
      approved: ['bring-into-force', 'lapse'],
      'in-force': ['supersede'],
    })
    for (const role of ['public', 'complainant', 'agency-clerk', 'complaints-officer'] as const)
      expect(offered(role)).toEqual(nothing)
  })
})

describe('the second person', () => {
  const change = { proposedBy: 'anna', officeId: 'ministry' }
  const approvers = ['administrator'] as const
  const somebody = (id: string, officeId = 'ministry', role: Role = 'administrator') => ({
    ...{ id, officeId, roles: [role] },
  })
  const alone: SecondPersonFacts = {
    seconds: [
      { id: 'anna', officeId: 'ministry' },
      { id: 'chan', officeId: 'north' },
    ],
    pool: ['chan', 'gone'],
  }
  const two: SecondPersonFacts = {
    ...alone,
    seconds: [...alone.seconds, { id: 'bora', officeId: 'ministry' }],
  }
  const asked = (who: ReturnType<typeof somebody>, facts: SecondPersonFacts) =>
    Object.fromEntries(
      personActions.map((action) => {
        const answer = checkPerson(who, { action, change, approvers, facts })
        return [action, answer.ok ? (answer.value.fromPool ? 'pool' : 'yes') : answer.refusal]
      }),
    )

  it.each([
    [
      'the proposer withdraws, and never decides',
      somebody('anna'),
      two,
      ['own-proposal', 'own-proposal', 'yes', 'yes'],
    ],
    ['a colleague decides', somebody('bora'), two, ['yes', 'yes', 'only-the-proposer', 'yes']],
    [
      'a colleague of another role does not',
      somebody('dara', 'ministry', 'complaints-head'),
      two,
      ['not-a-kind-of-yours', 'not-a-kind-of-yours', 'only-the-proposer', 'not-a-kind-of-yours'],
    ],
    [
      'somebody of the pool waits while the office has its own',
      somebody('chan', 'north'),
      two,
      ['office-has-its-own', 'office-has-its-own', 'only-the-proposer', 'yes'],
    ],
    [
      'somebody of the pool decides for a lonely office',
      somebody('chan', 'north'),
      alone,
      ['pool', 'pool', 'only-the-proposer', 'yes'],
    ],
    [
      'somebody of another office does not, however lonely this one is',
      somebody('eng', 'south'),
      alone,
      ['not-of-this-office', 'not-of-this-office', 'only-the-proposer', 'yes'],
    ],
  ])('%s', (_what, who, facts, answers) => {
    expect(Object.values(asked(who, facts))).toEqual(answers)
  })

  it('is waited for by name: colleagues, else those of the pool who still hold the role', () => {
    expect(waitsFor(change, two)).toEqual({ persons: ['bora'], fromPool: false })
    expect(waitsFor(change, alone)).toEqual({ persons: ['chan'], fromPool: true })
    const nobody = { seconds: alone.seconds.slice(0, 1), pool: [] }
    expect(waitsFor(change, nobody)).toEqual({ persons: [], fromPool: true })
  })

  it('comes into the pool once, with a role, and leaves it once', () => {
    const facts = { able: ['a', 'b'], pool: ['b'] }
    const check = (personId: string, isIn: boolean) => checkApprover({ personId, isIn }, facts)
    expect(check('a', true)).toEqual(ok(null))
    expect(check('c', true)).toEqual(refuse('no-such-person'))
    expect(check('b', true)).toEqual(refuse('already-in-the-pool'))
    expect(check('b', false)).toEqual(ok(null))
    expect(check('a', false)).toEqual(refuse('not-in-the-pool'))
  })
})

describe('the first day', () => {
  const today = day('2026-11-20')
  it.each([
    ['published-before', '2026-11-19', refuse('day-not-after-today')],
    ['published-before', '2026-11-20', refuse('day-not-after-today')],
    ['published-before', '2026-11-21', ok('2026-11-21')],
    ['same-day', '2026-11-19', refuse('day-in-the-past')],
    ['same-day', '2026-11-20', ok('2026-11-20')],
  ] as const)('%s, %s: %o', (notice, from, answer) => {
    expect(checkFirstDay(day(from), { notice, today })).toEqual(answer)
  })

  it('that a form names as the earliest is the first that is taken', () => {
    for (const notice of ['same-day', 'published-before'] as const)
      expect(checkFirstDay(earliestDay(notice, today), { notice, today }).ok).toBe(true)
  })
})

describe('a text', () => {
  const facts: WordingFacts = {
    expected: ['link', 'number'],
    found: { km: ['link', 'number'], en: ['link', 'number'] },
    newest: { version: 1, km: 'ក', en: 'a' },
    segments: { most: 2, km: 2, en: 1 },
  }
  const content = { key: 'wording.x', basedOn: 1, km: 'ខ', en: 'b' }

  it.each([
    ['that nobody sends', content, { expected: null }, 'no-such-wording'],
    ['that was changed meanwhile', { ...content, basedOn: 0 }, {}, 'changed-meanwhile'],
    ['with a broken brace', content, { found: { km: null, en: [] } }, 'text-not-understood'],
    [
      'that puts in less in one language',
      content,
      { found: { km: ['number'], en: ['link', 'number'] } },
      'other-placeholders',
    ],
    [
      'that takes three text messages in Khmer',
      content,
      { segments: { most: 2, km: 3, en: 1 } },
      'too-long-for-a-message',
    ],
    ['that is the same', { ...content, km: 'ក', en: 'a' }, {}, 'nothing-changes'],
  ])('%s is refused', (_what, given, over, refusal) => {
    expect(checkWording(given, { ...facts, ...over })).toEqual(refuse(refusal))
  })

  it('that puts in the same in both languages is taken', () => {
    expect(checkWording(content, facts)).toEqual(ok(null))
  })
})
