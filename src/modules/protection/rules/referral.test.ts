import { describe, expect, it } from 'vitest'
import { lifecycleFaults } from '../../../kernel/lifecycle.ts'
import { protectionPack } from '../store/pack.ts'
import {
  checkReferral,
  knownOrNot,
  offeredReferralActions,
  type Referral,
  referralBodies,
  referralLifecycle,
  referralStatuses,
  warningsFor,
} from './referral.ts'

const aReferral = (over: Partial<Referral> = {}): Referral => ({
  status: 'prepared',
  isChild: false,
  hasConsent: true,
  isDecidedForChild: false,
  warnings: [],
  warningAnswer: null,
  ...over,
})
const roles = ['caseworker'] as const
const sending = (over: Partial<Referral>) => {
  const done = checkReferral(aReferral(over), 'send', roles)
  return done.ok ? done.value : done.refusal
}

describe('a referral', () => {
  it.each([
    ['an adult without her own yes', { hasConsent: false }, 'no-consent-to-this-referral'],
    ['a child for whom nobody decided', { isChild: true }, 'best-interest-not-decided'],
    [
      'a child, however much a grown-up agreed',
      { isChild: true, hasConsent: true },
      'best-interest-not-decided',
    ],
    ['with a warning nobody answered', { warnings: ['may-be-detained'] }, 'warning-not-answered'],
    [
      'with an answered warning',
      { warnings: ['may-be-detained'], warningAnswer: 'she-knows-and-agrees' },
      'sent',
    ],
    ['a child for whom two decided', { isChild: true, isDecidedForChild: true }, 'sent'],
    ['an adult with her own yes', {}, 'sent'],
  ] as const)('%s', (_what, over, outcome) => {
    expect(sending(over)).toBe(outcome)
  })

  it('can be declined by her at any time, whatever else is open', () => {
    const open = referralStatuses.filter((status) => !referralLifecycle.final.includes(status))
    const offered = open.map((status) =>
      offeredReferralActions(
        aReferral({ status, hasConsent: false, warnings: ['may-be-deported'] }),
        roles,
      ).join(),
    )
    expect(offered).toEqual(['decline', 'decline', 'decline', 'decline'])
  })

  it('never ends in having been passed on', () => {
    expect(referralLifecycle.final).toEqual(['helped', 'declined'])
    expect(lifecycleFaults(referralLifecycle, referralStatuses)).toEqual([])
  })
})

describe('the warning before an authority', () => {
  const of = (body: string) =>
    protectionPack().bodies.find(({ code }) => code === body)?.warns ?? []

  it('is thought of for every body of the pack', () => {
    expect(protectionPack().bodies.map(({ code }) => code)).toEqual([...referralBodies])
  })

  it('is the whole table: irregular, and the body', () => {
    const table = knownOrNot.flatMap((irregular) =>
      ['police', 'immigration', 'embassy', 'victim-identification', 'shelter'].map((body) =>
        [
          irregular,
          body,
          ...warningsFor(of(body), { irregular, fearsOwnState: 'no', didWrong: 'no' }),
        ].join(' '),
      ),
    )
    expect(table).toEqual([
      'yes police may-be-detained may-be-questioned',
      'yes immigration may-be-detained may-be-deported',
      'yes embassy',
      'yes victim-identification may-be-questioned',
      'yes shelter',
      'no police may-be-questioned',
      'no immigration',
      'no embassy',
      'no victim-identification may-be-questioned',
      'no shelter',
      'not-known police may-be-detained may-be-questioned',
      'not-known immigration may-be-detained may-be-deported',
      'not-known embassy',
      'not-known victim-identification may-be-questioned',
      'not-known shelter',
    ])
  })

  it('is there when she fears her own state, or when nobody asked', () => {
    const seen = knownOrNot.map((fearsOwnState) =>
      warningsFor(of('embassy'), { irregular: 'no', fearsOwnState, didWrong: 'no' }),
    )
    expect(seen).toEqual([['own-state-may-learn'], [], ['own-state-may-learn']])
  })
})
