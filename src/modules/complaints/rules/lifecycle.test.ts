import { describe, expect, it } from 'vitest'
import { type Role, roles } from '../../../kernel/actor.ts'
import { lifecycleFaults, offeredActions, takeStep } from '../../../kernel/lifecycle.ts'
import { complaintStatuses } from './complaint.ts'
import { complaintEvents } from './events.ts'
import { complaintActions, complaintLifecycle, eventOf, isOpen, wordsOf } from './lifecycle.ts'

const offered = (role: Role) =>
  Object.fromEntries(
    complaintStatuses.map((status) => [status, offeredActions(complaintLifecycle, status, [role])]),
  )

const nothing = {
  received: [],
  registered: [],
  'agency-asked': [],
  'agency-answered': [],
  'closure-proposed': [],
  'withdrawal-asked': [],
  closed: [],
  withdrawn: [],
  'kept-as-warning': [],
  'in-conciliation': [],
  'not-settled': [],
  performance: [],
  'waiting-elsewhere': [],
  merged: [],
}

const inHand = [
  ...['wait-elsewhere', 'close-without-confirmation', 'begin-conciliation', 'decide'],
  ...['record-outcome', 'merge'],
]

const officers = {
  received: ['register', 'keep-as-warning', 'record-late', 'merge'],
  registered: ['ask-agency', 'propose-closure', 'keep-as-warning', ...inHand],
  'agency-asked': [
    'go-on-without-answer',
    'wait-elsewhere',
    ...['close-without-confirmation', 'begin-conciliation', 'record-outcome', 'merge'],
  ],
  'agency-answered': ['ask-agency', 'propose-closure', ...inHand],
  'in-conciliation': [
    'wait-elsewhere',
    'close-without-confirmation',
    ...['settle', 'fail-conciliation', 'record-outcome', 'merge'],
  ],
  'not-settled': ['ask-agency', 'propose-closure', ...inHand],
  performance: [
    ...['ask-agency', 'propose-closure', 'wait-elsewhere', 'resume', 'close-without-confirmation'],
    ...['begin-conciliation', 'settle', 'decide', 'record-outcome', 'close-by-confirmation'],
    'merge',
  ],
  'waiting-elsewhere': [
    ...['wait-elsewhere', 'resume', 'close-without-confirmation', 'decide', 'record-outcome'],
    'merge',
  ],
  'closure-proposed': [
    ...['close-with-consent', 'close-without-confirmation', 'record-outcome'],
    ...['close-by-confirmation', 'merge'],
  ],
  'withdrawal-asked': ['confirm-withdrawal', 'continue'],
  closed: ['reopen'],
  withdrawn: ['reopen'],
  'kept-as-warning': ['reopen'],
  merged: ['unmerge'],
}

/** Who may do what in which state: the whole table. */
const table: Readonly<Partial<Record<Role, unknown>>> = {
  public: nothing,
  complainant: {
    received: ['ask-withdrawal'],
    registered: ['ask-withdrawal'],
    'agency-asked': ['ask-withdrawal'],
    'agency-answered': ['ask-withdrawal'],
    'in-conciliation': ['ask-withdrawal'],
    'not-settled': ['ask-withdrawal'],
    performance: ['ask-withdrawal', 'close-by-confirmation'],
    'waiting-elsewhere': ['ask-withdrawal'],
    'closure-proposed': [
      ...['agree-to-closure', 'say-not-solved', 'ask-withdrawal', 'close-by-confirmation'],
    ],
    'withdrawal-asked': ['continue'],
    closed: ['say-not-solved'],
    withdrawn: [],
    'kept-as-warning': [],
    merged: [],
  },
  'agency-clerk': nothing,
  counsellor: nothing,
  'complaints-officer': officers,
  'complaints-head': officers,
  caseworker: officers,
  oversight: nothing,
  'licensing-officer': nothing,
  'licensing-head': nothing,
  signatory: nothing,
  administrator: nothing,
  system: {
    ...nothing,
    'agency-asked': ['receive-agency-answer'],
    performance: ['close-by-confirmation'],
    'closure-proposed': ['close-by-confirmation'],
  },
}

describe('the life of a complaint', () => {
  it.each(roles)('offers each role exactly these actions in each state: %s', (role) => {
    expect(offered(role)).toEqual(table[role] ?? nothing)
  })

  it('leads each action to one state', () => {
    const to = Object.fromEntries(
      complaintActions.map((action) => [action, complaintLifecycle.steps[action].to]),
    )

    expect(to).toEqual({
      register: 'registered',
      'ask-agency': 'agency-asked',
      'receive-agency-answer': 'agency-answered',
      'go-on-without-answer': 'registered',
      'propose-closure': 'closure-proposed',
      'agree-to-closure': 'closed',
      'say-not-solved': 'registered',
      'close-with-consent': 'closed',
      'ask-withdrawal': 'withdrawal-asked',
      'confirm-withdrawal': 'withdrawn',
      continue: 'registered',
      'keep-as-warning': 'kept-as-warning',
      reopen: 'registered',
      'wait-elsewhere': 'waiting-elsewhere',
      resume: 'registered',
      'close-without-confirmation': 'closed',
      'begin-conciliation': 'in-conciliation',
      settle: 'performance',
      'fail-conciliation': 'not-settled',
      decide: 'performance',
      'record-outcome': 'performance',
      'close-by-confirmation': 'closed',
      'record-late': 'closed',
      merge: 'merged',
      unmerge: 'registered',
    })
  })

  it('reaches every state, and leaves every state that is not an end', () => {
    expect(lifecycleFaults(complaintLifecycle, complaintStatuses)).toEqual([])
  })

  it('ends in exactly four states', () => {
    expect(complaintStatuses.filter((status) => !isOpen(status))).toEqual([
      'closed',
      'withdrawn',
      'kept-as-warning',
      'merged',
    ])
  })

  it('refuses the role before the state, so that a stranger learns nothing of the case', () => {
    const step = { action: 'reopen', roles: ['agency-clerk'] } as const

    expect(takeStep(complaintLifecycle, 'received', step)).toEqual({
      ok: false,
      refusal: 'not-your-role',
    })
  })

  it('puts every action on the timeline under a name of its own', () => {
    const names = complaintActions.map((action) => eventOf[action])

    expect(new Set(names).size).toBe(names.length)
    const known = new Set<string>(complaintEvents.map((event) => `complaint.${event}`))
    expect(names.filter((name) => !known.has(name))).toEqual([])
  })

  it('asks for words wherever somebody has to be told why', () => {
    expect(wordsOf).toEqual({
      register: null,
      'ask-agency': 'question',
      'receive-agency-answer': null,
      'go-on-without-answer': 'message',
      'propose-closure': 'message',
      'agree-to-closure': null,
      'say-not-solved': 'message',
      'close-with-consent': 'note',
      'ask-withdrawal': 'message',
      'confirm-withdrawal': 'note',
      continue: 'message',
      'keep-as-warning': 'note',
      reopen: 'note',
      'wait-elsewhere': 'message',
      resume: 'message',
      'close-without-confirmation': 'message',
      'begin-conciliation': null,
      settle: null,
      'fail-conciliation': null,
      decide: null,
      'record-outcome': null,
      'close-by-confirmation': null,
      'record-late': null,
      merge: null,
      unmerge: null,
    })
  })
})
