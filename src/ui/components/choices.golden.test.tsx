import { contentOf, htmlOr, type Options } from '../testing/fixtures.ts'
import { holdAgainst, noInnerClasses, noOwnAttributes } from '../testing/golden.ts'
import { Checkboxes } from './checkboxes.tsx'
import type { Choice } from './choices.tsx'
import { Radios } from './radios.tsx'

const has = (o: Options, modifier: string) =>
  o.classes?.split(' ').some((name: string) => name.endsWith(modifier))

const groupOf = (o: Options) => ({
  name: o.name,
  idPrefix: o.idPrefix,
  legend: contentOf(o.fieldset?.legend),
  legendSize: o.fieldset?.legend?.classes?.replace('govuk-fieldset__legend--', ''),
  asHeading: o.fieldset?.legend?.isPageHeading,
  hint: contentOf(o.hint),
  error: contentOf(o.errorMessage),
  describedBy: o.fieldset?.describedBy ?? o.describedBy,
  small: has(o, '--small'),
  inline: has(o, '--inline'),
  choices: o.items.filter(Boolean).map(choiceOf),
})

const choiceOf = (item: Options): Choice =>
  item.divider
    ? { divider: item.divider }
    : {
        value: String(item.value),
        label: contentOf(item),
        id: item.id,
        hint: contentOf(item.hint),
        disabled: item.disabled,
        more: htmlOr(item.conditional?.html || undefined, undefined),
      }

const checkedIn = (o: Options): string[] =>
  o.items.filter((item: Options) => item?.checked).map((item: Options) => String(item.value))

const bothUnsupported = {
  [noOwnAttributes]: [
    'attributes',
    'items with attributes',
    'label with attributes',
    'fieldset params',
  ],
}

holdAgainst(
  'radios',
  {
    ...bothUnsupported,
    [noInnerClasses]: [
      'label with classes',
      'small',
      'small with error',
      'small with hint',
      'small with conditional reveal',
      'with optional form-group classes showing group error',
    ],
    'the value alone says what is chosen': ['item checked overrides value'],
    'ids count the answers that are drawn': ['with falsy items'],
  },
  (o) => <Radios {...groupOf(o)} value={o.value ?? checkedIn(o)[0]} />,
)

holdAgainst(
  'checkboxes',
  {
    ...bothUnsupported,
    [noInnerClasses]: [
      'classes',
      'with label classes',
      'with optional form-group classes showing group error',
    ],
    'what rules out the others is checked by the server': [
      'with divider and None',
      'with divider, None and conditional items',
      'small with divider and None',
    ],
    'all answers go by one name': ['with id and name', 'with hints on items', 'with disabled item'],
    'the values alone say what is chosen': ['item checked overrides values'],
    'ids count the answers that are drawn': ['with falsy values'],
  },
  (o) => <Checkboxes {...groupOf(o)} values={o.values?.map(String) ?? checkedIn(o)} />,
)
