import { describe, expect, it } from 'vitest'
import { lifecycleFaults, takeStep } from '../../../kernel/lifecycle.ts'
import { refuseCaseworker, refuseGrant, trackLifecycle, trackStatuses } from './track.ts'

const candidate = (over: object = {}) => ({
  personId: 'her',
  holdsRole: true,
  training: { sex: 'woman', trainedOn: '2025-01-10', trainedUntil: null } as const,
  ...over,
})
const wanted = (over: object = {}) => ({
  wants: 'woman' as const,
  headId: 'head',
  today: '2026-11-20',
  ...over,
})

describe('a caseworker takes a case over', () => {
  it.each([
    ['without the role', candidate({ holdsRole: false }), wanted(), 'not-a-caseworker'],
    [
      'who is the head herself',
      candidate({ personId: 'head' }),
      wanted(),
      'caseworker-is-the-head',
    ],
    ['without a training', candidate({ training: null }), wanted(), 'not-trained'],
    [
      'whose training is still to come',
      candidate({ training: { sex: 'woman', trainedOn: '2026-11-21', trainedUntil: null } }),
      wanted(),
      'not-trained',
    ],
    [
      'whose training ended yesterday',
      candidate({
        training: { sex: 'woman', trainedOn: '2025-01-10', trainedUntil: '2026-11-19' },
      }),
      wanted(),
      'not-trained',
    ],
    ['of the other sex', candidate(), wanted({ wants: 'man' }), 'not-of-the-sex-she-chose'],
    ['as she chose', candidate(), wanted(), null],
    ['where she does not mind', candidate(), wanted({ wants: 'either' }), null],
    [
      'on the last day of a training',
      candidate({
        training: { sex: 'woman', trainedOn: '2025-01-10', trainedUntil: '2026-11-20' },
      }),
      wanted(),
      null,
    ],
  ])('%s', (_who, who, facts, refusal) => {
    expect(refuseCaseworker(who, facts)).toBe(refusal)
  })

  it('has a life in which every state is reached and left', () => {
    expect(lifecycleFaults(trackLifecycle, trackStatuses)).toEqual([])
  })

  it('is given by a head and by nobody else', () => {
    const by = (role: 'caseworker' | 'complaints-officer' | 'complaints-head') =>
      takeStep(trackLifecycle, 'waiting', { action: 'give-to-caseworker', roles: [role] }).ok
    expect([by('caseworker'), by('complaints-officer'), by('complaints-head')]).toEqual([
      false,
      false,
      true,
    ])
  })
})

describe('somebody else may look', () => {
  const facts = { by: 'head', today: '2026-11-20', lastDay: '2026-12-20' }

  it.each([
    ['by one’s own hand', { personId: 'head', endsOn: '2026-11-25' }, facts, 'own-grant'],
    ['until yesterday', { personId: 'she', endsOn: '2026-11-19' }, facts, 'ends-in-the-past'],
    ['too long', { personId: 'she', endsOn: '2026-12-21' }, facts, 'grant-too-long'],
    ['until the last day', { personId: 'she', endsOn: '2026-12-20' }, facts, null],
    [
      'while the rule is unknown',
      { personId: 'she', endsOn: '2027-12-20' },
      { ...facts, lastDay: null },
      null,
    ],
  ])('%s', (_how, grant, around, refusal) => {
    expect(refuseGrant(grant, around)).toBe(refusal)
  })
})
