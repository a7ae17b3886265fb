import type { Reader } from '../../../kernel/reader.ts'
import type { ProtectionFile } from '../actions/read-protection.ts'
import { bestInterestSteps, guardians } from '../rules/best-interest.ts'
import {
  knownOrNot,
  offeredReferralActions,
  referralBodies,
  referralWarnings,
  warningAnswers,
} from '../rules/referral.ts'
import { screeningGroups } from '../rules/screening.ts'
import type { ProtectionStep } from '../rules/steps.ts'
import { endedHow, wantedSexes } from '../rules/track.ts'
import { barredRelations, retaliationKinds } from '../store/beside.ts'
import { protectionPack } from '../store/pack.ts'
import { consentHows } from '../store/referral.ts'

type Option = { readonly value: string; readonly label: string }
type Options = (reader: Reader, file: ProtectionFile, on: string) => readonly Option[]

/** One field of a step's form. */
export type StepField =
  | { readonly kind: 'text' | 'words' | 'day'; readonly name: string; readonly hint?: true }
  | {
      readonly kind: 'radios' | 'boxes' | 'select'
      readonly name: string
      readonly options: Options
      readonly hint?: true
    }

const codes =
  (name: string, values: readonly string[]): Options =>
  ({ t }) =>
    values.map((value) => ({ value, label: t(`protection.choice.${name}.${value}`) }))

const wishes = codes('wants', wantedSexes)
const known = codes('known', knownOrNot)
const persons: Options = ({ t, number }, file) => [
  { value: '', label: t('protection.person.nobody-named') },
  ...file.persons.map(({ id, position, name }) => ({
    value: id,
    label: name ?? t('protection.person.number', { number: number(position) }),
  })),
]
const guardianFields: readonly StepField[] = [
  { kind: 'radios', name: 'guardian', options: codes('guardian', guardians) },
  { kind: 'radios', name: 'involved', options: known, hint: true },
]
const consentFields: readonly StepField[] = [
  {
    kind: 'select',
    name: 'consent',
    options: (reader, file, on) => [
      { value: '', label: reader.t('protection.choice.consent.none') },
      ...codes('consent', consentHows)(reader, file, on),
    ],
    hint: true,
  },
  { kind: 'day', name: 'consentedOn' },
]

/** What each step asks, in order; hidden fields come with the line that it is about. */
export const stepFields: Readonly<Record<ProtectionStep, readonly StepField[]>> = {
  place: [
    { kind: 'boxes', name: 'reasons', options: codes('reasons', screeningGroups) },
    { kind: 'radios', name: 'wants', options: wishes },
  ],
  'give-to-caseworker': [
    { kind: 'radios', name: 'wants', options: wishes },
    {
      kind: 'select',
      name: 'caseworker',
      options: ({ name, t }, file) =>
        file.caseworkers.map(({ id, km, en, sex }) => ({
          value: id,
          label: `${name({ km, en })} (${t(`protection.sex.${sex}`)})`,
        })),
    },
  ],
  'end-track': [{ kind: 'radios', name: 'how', options: codes('how', endedHow) }],
  'look-again': [{ kind: 'day', name: 'next' }],
  grant: [
    {
      kind: 'select',
      name: 'person',
      options: ({ name }, file) =>
        file.officers.map((one) => ({ value: one.id, label: name(one) })),
    },
    { kind: 'words', name: 'reason' },
    { kind: 'day', name: 'until' },
  ],
  'end-grant': [],
  bar: [
    { kind: 'radios', name: 'relation', options: codes('relation', barredRelations) },
    { kind: 'text', name: 'who' },
    { kind: 'text', name: 'contact', hint: true },
  ],
  'lift-bar': [],
  refer: [
    {
      kind: 'radios',
      name: 'body',
      options: ({ name }) =>
        referralBodies.flatMap((value) => {
          const body = protectionPack().bodies.find(({ code }) => code === value)
          return body ? [{ value, label: name(body) }] : []
        }),
    },
    { kind: 'text', name: 'to', hint: true },
    { kind: 'select', name: 'person', options: persons },
    { kind: 'radios', name: 'child', options: codes('yes-no', ['no', 'yes']), hint: true },
    { kind: 'radios', name: 'irregular', options: known },
    { kind: 'radios', name: 'fears', options: known },
    { kind: 'radios', name: 'wrong', options: known },
    ...consentFields,
    {
      kind: 'select',
      name: 'procedure',
      options: ({ t, day }, { children }) => [
        { value: '', label: t('protection.child.none') },
        ...children.map(({ id, openedAt, status }) => ({
          value: id,
          label: `${day(openedAt.toISOString().slice(0, 10) as never)} · ${t(`protection.child.status.${status}`)}`,
        })),
      ],
    },
    { kind: 'day', name: 'next' },
  ],
  referral: [
    {
      kind: 'radios',
      name: 'do',
      options: (reader, file, on) => {
        const row = file.referrals.find(({ id }) => id === on)
        // What is asked in the same form counts as given: the action refuses where it is not.
        const asGiven = row && { ...row, hasConsent: true, warningAnswer: warningAnswers[0] }
        const offered = asGiven ? offeredReferralActions(asGiven, ['caseworker']) : []
        return codes('do', offered)(reader, file, on)
      },
    },
    ...consentFields,
    {
      kind: 'radios',
      name: 'warned',
      options: codes('warned', warningAnswers),
      hint: true,
    },
    { kind: 'words', name: 'warnedHow' },
    { kind: 'words', name: 'answer' },
    { kind: 'day', name: 'next', hint: true },
  ],
  child: [{ kind: 'select', name: 'person', options: persons }, ...guardianFields],
  'child-step': [
    { kind: 'radios', name: 'what', options: codes('what', bestInterestSteps) },
    ...guardianFields,
  ],
  'child-propose': [{ kind: 'words', name: 'decision', hint: true }],
  'child-decide': [],
  retaliation: [
    { kind: 'day', name: 'happened' },
    { kind: 'radios', name: 'kind', options: codes('kind', retaliationKinds) },
    { kind: 'words', name: 'what' },
  ],
  'retaliation-done': [
    { kind: 'day', name: 'doneOn' },
    { kind: 'words', name: 'done' },
  ],
  'name-office': [
    {
      kind: 'select',
      name: 'office',
      options: ({ name }, { offices }) =>
        offices.map((one) => ({ value: one.id, label: name(one) })),
    },
  ],
}

/** The warnings that stand above a referral's form. */
export const warningsOf = (file: ProtectionFile, on: string) =>
  referralWarnings.filter((warning) =>
    file.referrals.some(({ id, warnings }) => id === on && warnings.includes(warning)),
  )
