import { expect, it } from 'vitest'
import type { Actor } from '../../../kernel/actor.ts'
import type { Day } from '../../../kernel/days.ts'
import { checkDelegation, type WantedDelegation } from './delegating.ts'
import type { HeldRole } from './giving-roles.ts'

const day = (text: string) => text as Day
const today = day('2026-11-23')

const aHead = (more: Partial<Actor> = {}): Actor => ({
  kind: 'person',
  id: 'head',
  roles: ['complaints-head'],
  officeId: 'ministry',
  areas: null,
  agencyId: null,
  ...more,
})
const aHeldRole = (more: Partial<HeldRole> = {}): HeldRole => ({
  role: 'complaints-head',
  officeId: 'ministry',
  areas: null,
  agencyId: null,
  from: day('2026-01-01'),
  to: null,
  ...more,
})
const wanted: WantedDelegation = {
  to: 'deputy',
  role: 'complaints-head',
  from: today,
  until: day('2026-11-30'),
}
const outcome = (
  more: Partial<WantedDelegation>,
  {
    actor = aHead(),
    own = [aHeldRole()],
    deputy = [aHeldRole({ role: 'complaints-officer' })],
  } = {},
  disabled = false,
) => {
  const facts = { today, mostDays: 90, own, deputy: { disabled, held: deputy } }
  const result = checkDelegation(actor, { ...wanted, ...more }, facts)
  return result.ok ? 'given' : result.refusal
}

it.each([
  ['given for some days', outcome({}), 'given'],
  ['to oneself', outcome({ to: 'head' }), 'delegation-to-yourself'],
  [
    'what one was given',
    outcome({}, { actor: aHead({ actingFor: 'x' }) }),
    'delegation-of-a-delegation',
  ],
  ['since yesterday', outcome({ from: day('2026-11-22') }), 'day-in-the-past'],
  ['to end before it begins', outcome({ until: day('2026-11-22') }), 'ends-before-it-begins'],
  ['for ninety days', outcome({ until: day('2027-02-20') }), 'given'],
  ['for a day more', outcome({ until: day('2027-02-21') }), 'delegation-too-long'],
  ['a role not held', outcome({ role: 'licensing-head' }), 'role-not-held'],
  [
    'a role that ends meanwhile',
    outcome({}, { own: [aHeldRole({ to: day('2026-11-29') })] }),
    'role-not-held',
  ],
  ['to somebody without a role', outcome({}, { deputy: [] }), 'deputy-without-role'],
  [
    'to somebody whose role ends meanwhile',
    outcome({}, { deputy: [aHeldRole({ to: day('2026-11-25') })] }),
    'deputy-without-role',
  ],
  [
    'to an agency’s clerk',
    outcome({}, { deputy: [aHeldRole({ role: 'agency-clerk', officeId: null, agencyId: 'a' })] }),
    'deputy-of-an-agency',
  ],
  [
    'to an administrator',
    outcome({}, { deputy: [aHeldRole({ role: 'administrator' })] }),
    'deputy-in-conflict',
  ],
  [
    'to a licensing officer',
    outcome({}, { deputy: [aHeldRole({ role: 'licensing-officer' })] }),
    'deputy-in-conflict',
  ],
  ['to a closed account', outcome({}, {}, true), 'deputy-disabled'],
])('%s', (_what, found, expected) => {
  expect(found).toBe(expected)
})
