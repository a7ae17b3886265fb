import { contentOf, htmlOr, type Options } from '../testing/fixtures.ts'
import { holdAgainst, noInnerClasses, noOwnAttributes, noScripts } from '../testing/golden.ts'
import { NotificationBanner } from './notification-banner.tsx'
import { Panel } from './panel.tsx'
import { SummaryList } from './summary-list.tsx'
import { Table } from './table.tsx'
import { Tag } from './tag.tsx'
import { Details, InsetText, WarningText } from './texts.tsx'

const actionsOf = (actions: Options) =>
  actions?.items?.map((item: Options) => ({
    href: item.href,
    text: contentOf(item),
    about: item.visuallyHiddenText,
  }))

holdAgainst(
  'summary-list',
  {
    [noOwnAttributes]: [
      'attributes',
      'actions with attributes',
      'summary card with custom attributes',
    ],
    [noInnerClasses]: [
      'actions with classes',
      'classes on items',
      'key with classes',
      'overridden-widths',
      'summary card with custom classes',
    ],
    'a card’s title is plain text: it is repeated in its links': [
      'as a summary card with a html header',
    ],
  },
  (o) => (
    <SummaryList
      rows={(o.rows ?? []).filter(Boolean).map((row: Options) => ({
        key: contentOf(row.key),
        value: contentOf(row.value),
        actions: actionsOf(row.actions),
        class: row.classes,
      }))}
      class={o.classes}
      card={
        o.card && {
          title: o.card.title?.text,
          headingLevel: o.card.title?.headingLevel,
          actions: actionsOf(o.card.actions),
        }
      }
    />
  ),
)

const cellOf = (cell: Options) => ({
  content: contentOf(cell),
  numeric: cell.format === 'numeric',
  colspan: cell.colspan,
  rowspan: cell.rowspan,
  class: cell.classes,
})

holdAgainst(
  'table',
  {
    [noOwnAttributes]: [
      'attributes',
      'firstCellIsHeader with attributes',
      'head with attributes',
      'rows with attributes',
    ],
  },
  (o) => (
    <Table
      caption={o.caption}
      captionSize={o.captionClasses?.replace('govuk-table__caption--', '')}
      head={o.head?.map(cellOf)}
      rows={o.rows.filter(Boolean).map((row: Options) => row.map(cellOf))}
      firstCellIsHeader={o.firstCellIsHeader}
      class={o.classes}
    />
  ),
)

holdAgainst('tag', { [noOwnAttributes]: ['attributes'] }, (o) => (
  <Tag class={o.classes}>{contentOf(o)}</Tag>
))

holdAgainst(
  'notification-banner',
  {
    [noOwnAttributes]: ['attributes', 'custom tabindex'],
    [noScripts]: [
      'auto-focus disabled, with type as success',
      'auto-focus explicitly enabled, with type as success',
    ],
  },
  (o) => (
    <NotificationBanner
      text={o.html ? undefined : o.text}
      title={htmlOr(o.titleHtml, o.titleText)}
      titleId={o.titleId}
      headingLevel={o.titleHeadingLevel}
      success={o.type === 'success'}
      role={o.role}
      class={o.classes}
    >
      {htmlOr(o.html, undefined)}
    </NotificationBanner>
  ),
)

holdAgainst(
  'panel',
  {
    [noOwnAttributes]: ['attributes'],
    'nothing interrupts: a warning stands where it belongs': [
      'interruption',
      'interruption-with-content-with-long-line-length',
      'interruption-with-headings-content-and-lists',
      'interruption with custom classes',
      'interruption, with actions classes and attributes',
      'interruption, submit action',
      'interruption, button link',
      'interruption, no actions',
      'interruption, no actions items',
    ],
  },
  (o) => (
    <Panel title={htmlOr(o.titleHtml, o.titleText)} headingLevel={o.headingLevel} class={o.classes}>
      {contentOf(o)}
    </Panel>
  ),
)

holdAgainst('inset-text', { [noOwnAttributes]: ['attributes'] }, (o) => (
  <InsetText id={o.id} class={o.classes}>
    {contentOf(o)}
  </InsetText>
))

holdAgainst(
  'warning-text',
  {
    [noOwnAttributes]: ['attributes'],
    'the word for the icon is the reader’s': ['icon fallback text only'],
  },
  (o) => <WarningText class={o.classes}>{contentOf(o)}</WarningText>,
)

holdAgainst('details', { [noOwnAttributes]: ['attributes'] }, (o) => (
  <Details id={o.id} class={o.classes} open={o.open} summary={htmlOr(o.summaryHtml, o.summaryText)}>
    {contentOf(o)}
  </Details>
))
