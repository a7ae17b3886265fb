import { contentOf, type Options } from '../testing/fixtures.ts'
import { holdAgainst, noInnerClasses, noOwnAttributes } from '../testing/golden.ts'
import { FileUpload } from './file-upload.tsx'
import { Input } from './input.tsx'
import { Select } from './select.tsx'
import { Textarea } from './textarea.tsx'

/** What the macros of all single controls take. */
const controlOf = (o: Options) => ({
  id: o.id,
  name: o.name,
  label: contentOf(o.label),
  labelSize: o.label?.classes?.replace('govuk-label--', ''),
  asHeading: o.label?.isPageHeading,
  hint: contentOf(o.hint),
  error: contentOf(o.errorMessage),
  describedBy: o.describedBy,
  class: o.classes,
  groupClass: o.formGroup?.classes,
})

const attributeNames = ['inputmode', 'autocomplete', 'pattern', 'spellcheck', 'autocapitalize']
const attributesOf = (o: Options) => ({
  ...o.attributes,
  ...Object.fromEntries(
    attributeNames.filter((name) => name in o).map((name) => [name, String(o[name])]),
  ),
})

holdAgainst(
  'input',
  {
    [noInnerClasses]: ['with prefix with classes', 'with suffix with classes'],
    [noOwnAttributes]: ['with prefix with attributes', 'with suffix with attributes'],
    'nothing but a unit stands beside a field': ['with customised input wrapper'],
  },
  (o) => (
    <Input
      {...controlOf(o)}
      type={o.type}
      value={o.value}
      prefix={contentOf(o.prefix)}
      suffix={contentOf(o.suffix)}
      disabled={o.disabled}
      attributes={attributesOf(o)}
    />
  ),
)

holdAgainst('textarea', {}, (o) => (
  <Textarea {...controlOf(o)} value={o.value} rows={o.rows} attributes={attributesOf(o)} />
))

type Item = { value?: string; text: string; disabled?: boolean; selected?: boolean }

holdAgainst(
  'select',
  {
    [noOwnAttributes]: ['attributes on items'],
    'every option has a value': [
      'without values',
      'without values with selected value',
      'with falsy values',
    ],
  },
  (o) => (
    <Select
      {...controlOf(o)}
      disabled={o.disabled}
      value={o.items?.some((item: Item) => item?.selected === false) ? undefined : chosen(o)}
      options={(o.items ?? [])
        .filter(Boolean)
        .map(({ value, text, disabled }: Item) => ({ value, label: text, disabled }))}
      attributes={o.attributes}
    />
  ),
)

const chosen = (o: Options) => o.value ?? o.items?.find((item: Item) => item?.selected)?.value

holdAgainst(
  'file-upload',
  {
    'files are chosen in the browser’s own field': [
      'enhanced',
      'enhanced, with error message and hint',
      'enhanced, multiple files',
      'enhanced, custom wrapper classes and attributes',
      'translated',
    ],
    'a browser fills a field for files with nothing': ['with value'],
  },
  (o) => (
    <FileUpload
      {...controlOf(o)}
      multiple={o.multiple}
      disabled={o.disabled}
      attributes={attributesOf(o)}
    />
  ),
)
