import { contentOf, type Options } from '../testing/fixtures.ts'
import { holdAgainst, noInnerClasses, noOwnAttributes } from '../testing/golden.ts'
import { DateInput, type DatePart } from './date-input.tsx'

const allParts: readonly DatePart[] = ['day', 'month', 'year']
const itemOf = (o: Options, part: DatePart): Options =>
  o.items?.find(({ name }: { name: string }) => name === part) ?? o[part]
const isWrong = (item: Options) => item?.error || item?.classes?.includes('--error')
const record = (parts: readonly DatePart[], of: (part: DatePart) => unknown) =>
  Object.fromEntries(parts.map((part) => [part, of(part)]))

holdAgainst(
  'date-input',
  {
    [noOwnAttributes]: ['attributes', 'with input attributes'],
    [noInnerClasses]: ['items with classes'],
    'names and labels are always those of a day, a month and a year': [
      'with translations',
      'with values, name prefix and custom names',
      'with nested name',
      'with id on items',
      'with item value',
      'with field value and items',
      'with field value and item value',
      'with field value, item value and values',
    ],
    'a part never has a pattern of its own': ['custom pattern', 'custom inputmode'],
  },
  (o) => {
    const given = o.items?.length
      ? (part: DatePart) => itemOf(o, part)
      : (part: DatePart) => o[part] !== false
    const parts = allParts.filter(given)
    const named = parts.filter((part) => isWrong(itemOf(o, part)))
    const cleared = parts.filter((part) => itemOf(o, part)?.error === false)
    const wrong = named.length > 0 ? named : parts.filter((part) => !cleared.includes(part))
    const prefix = o.namePrefix ? `${o.namePrefix}-` : ''
    return (
      <DateInput
        id={o.id}
        namePrefix={o.namePrefix}
        legend={contentOf(o.fieldset?.legend)}
        hint={contentOf(o.hint)}
        error={contentOf(o.errorMessage)}
        describedBy={o.fieldset?.describedBy}
        parts={parts}
        wrong={o.errorMessage || named.length > 0 ? wrong : undefined}
        values={record(parts, (part) => itemOf(o, part)?.value ?? o.values?.[prefix + part])}
        autocomplete={record(parts, (part) => itemOf(o, part)?.autocomplete) as never}
        class={o.classes}
        groupClass={o.formGroup?.classes}
      />
    )
  },
)
