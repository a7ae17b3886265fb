import { contentOf, htmlOr, type Options } from '../testing/fixtures.ts'
import { holdAgainst, noOwnAttributes, noScripts } from '../testing/golden.ts'
import { Button, LinkButton } from './button.tsx'
import { ErrorMessage } from './error-message.tsx'
import { ErrorSummary } from './error-summary.tsx'
import { Fieldset } from './fieldset.tsx'
import { Hint } from './hint.tsx'
import { Label } from './label.tsx'

const lookOf = (o: Options) => ({ class: o.classes, id: o.id, attributes: o.attributes })

holdAgainst(
  'button',
  {
    [noScripts]: [
      'no data-prevent-double-click',
      "don't prevent double click",
      'prevent double click',
    ],
    'there is no start page': ['start', 'start link', 'start link with html'],
  },
  (o) =>
    o.href ? (
      <LinkButton href={o.href} {...lookOf(o)}>
        {contentOf(o)}
      </LinkButton>
    ) : (
      <Button {...lookOf(o)} type={o.type} name={o.name} value={o.value} disabled={o.disabled}>
        {contentOf(o)}
      </Button>
    ),
)

holdAgainst('label', { [noOwnAttributes]: ['attributes'] }, (o) =>
  contentOf(o) ? (
    <Label for={o.for} class={o.classes} asHeading={o.isPageHeading}>
      {contentOf(o)}
    </Label>
  ) : null,
)

holdAgainst('hint', { [noOwnAttributes]: ['attributes'] }, (o) => (
  <Hint id={o.id} class={o.classes}>
    {contentOf(o)}
  </Hint>
))

holdAgainst(
  'error-message',
  {
    [noOwnAttributes]: ['attributes'],
    'the word before an error is the reader’s, and is never left out': [
      'translated',
      'with visually hidden text',
      'visually hidden text removed',
    ],
  },
  (o) => (
    <ErrorMessage id={o.id} class={o.classes}>
      {contentOf(o)}
    </ErrorMessage>
  ),
)

holdAgainst('fieldset', { [noOwnAttributes]: ['attributes'] }, (o) => (
  <Fieldset
    legend={contentOf(o.legend)}
    legendClass={o.legend?.classes}
    asHeading={o.legend?.isPageHeading}
    describedBy={o.describedBy}
    role={o.role}
    class={o.classes}
  >
    {htmlOr(o.html, o.text)}
  </Fieldset>
))

holdAgainst(
  'error-summary',
  {
    [noOwnAttributes]: ['attributes', 'error list with attributes'],
    [noScripts]: ['autofocus disabled', 'autofocus explicitly enabled'],
  },
  (o) => (
    <ErrorSummary
      title={htmlOr(o.titleHtml, o.titleText)}
      description={htmlOr(o.descriptionHtml, o.descriptionText)}
      errors={(o.errorList ?? []).map((item: Options) => ({
        text: contentOf(item),
        href: item.href,
      }))}
      class={o.classes}
    />
  ),
)
