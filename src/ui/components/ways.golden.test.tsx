import { contentOf, type Options } from '../testing/fixtures.ts'
import { holdAgainst, noInnerClasses, noOwnAttributes, noScripts } from '../testing/golden.ts'
import { ExitThisPage } from './exit-this-page.tsx'
import { Pagination } from './pagination.tsx'
import { ServiceNavigation } from './service-navigation.tsx'
import { BackLink, Breadcrumbs, SkipLink } from './ways.tsx'

holdAgainst('skip-link', { [noOwnAttributes]: ['attributes'] }, (o) => (
  <SkipLink href={o.href} class={o.classes}>
    {contentOf(o)}
  </SkipLink>
))

holdAgainst('back-link', { [noOwnAttributes]: ['attributes'] }, (o) => (
  <BackLink href={o.href ?? '#'} class={o.classes}>
    {contentOf(o)}
  </BackLink>
))

holdAgainst(
  'breadcrumbs',
  {
    [noOwnAttributes]: ['attributes', 'item attributes'],
    'the landmark has one name everywhere': ['custom label'],
  },
  (o) => (
    <Breadcrumbs
      crumbs={o.items.map((item: Options) => ({ text: contentOf(item), href: item.href }))}
      collapseOnMobile={o.collapseOnMobile}
      class={o.classes}
    />
  ),
)

const linkOf = (link: Options) => link && { ...link, label: link.labelText }

const pagesWithNumbers = [
  'default',
  'first page',
  'last page',
  'with custom accessible labels on item links',
  'with custom attributes',
  'with custom classes',
  'with custom link and item text',
  'with custom navigation landmark',
  'with empty items',
  'with many pages',
]

holdAgainst(
  'pagination',
  {
    'keyset lists have no page numbers': pagesWithNumbers,
    'one whole phrase per language, where this one joins two': [
      'with next only',
      'with prev and next only',
      'with previous only',
    ],
  },
  (o) => (
    <Pagination
      previous={linkOf(o.previous)}
      next={linkOf(o.next)}
      landmark={o.landmarkLabel}
      class={o.classes}
    />
  ),
)

const currentOf = ({ current, active }: Options) =>
  current ? 'page' : active ? 'section' : undefined

holdAgainst(
  'service-navigation',
  {
    [noOwnAttributes]: ['attributes'],
    [noInnerClasses]: ['with custom navigation classes', 'with custom navigation ID'],
    'the landmarks have one name everywhere': [
      'with custom aria-label',
      'with custom navigation label',
      'with custom navigation toggle text',
      'with custom navigation toggle text and navigation label',
      'with identical navigation toggle text and label',
    ],
    'the layouts draw the language switch': [
      'inverse with language navigation',
      'with `inline` end slot',
      'with language navigation',
      'with right-aligned language navigation',
      'with slotted content',
    ],
  },
  (o) => (
    <ServiceNavigation
      items={(o.navigation ?? []).filter(Boolean).map((item: Options) => ({
        text: contentOf(item),
        href: item.href,
        current: currentOf(item),
      }))}
      serviceName={o.serviceName}
      serviceHref={o.serviceUrl}
      class={o.classes}
    />
  ),
)

holdAgainst(
  'exit-this-page',
  {
    [noOwnAttributes]: ['testing'],
    [noScripts]: ['translated'],
    'one whole phrase per language, where this one joins two': ['default'],
  },
  (o) => (
    <ExitThisPage
      href={o.redirectUrl ?? 'https://www.bbc.co.uk/weather'}
      id={o.id}
      class={o.classes}
    >
      {contentOf(o)}
    </ExitThisPage>
  ),
)
