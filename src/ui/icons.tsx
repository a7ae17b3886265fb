import { createContext, markup, useContext } from '../html/html.ts'
import type { Content } from './content.ts'
import { iconShapes, type Shape } from './icon-shapes.ts'

export type IconName = keyof typeof iconShapes

export type IconProps = { readonly name: IconName; readonly class?: string | undefined }

/** A picture for those who see it; a text with the same meaning always stands beside it. */
export function Icon({ name, class: extra }: IconProps) {
  const used = useContext(UsedIcons)
  used?.add(name)
  return markup(drawn(name, { classes: extra ? `icon ${extra}` : 'icon', whole: used === null }))
}

/** The icons of the page under way; null where a piece is drawn alone, with its icons whole. */
const UsedIcons = createContext<Set<IconName> | null>(null)

/** What shows icons, then the shape of each, once: a list shows the same few on every row. */
export function WithIcons({ children }: { readonly children: Content }) {
  const used = new Set<IconName>()
  return (
    <UsedIcons.Provider value={used}>
      {children}
      <Shapes used={used} />
    </UsedIcons.Provider>
  )
}

function Shapes({ used }: { readonly used: ReadonlySet<IconName> }) {
  if (used.size === 0) return null
  const symbols = [...used].map((name) => kept(name, () => symbol(name)))
  return (
    <div hidden>
      <svg aria-hidden="true">{markup(symbols.join(''))}</svg>
    </div>
  )
}

type Way = { readonly classes: string; readonly whole: boolean }

const drawn = (name: IconName, way: Way): string =>
  kept(`${name} ${way.classes} ${way.whole}`, () => svg(name, way))

const texts = new Map<string, string>()

function kept(key: string, draw: () => string): string {
  const text = texts.get(key) ?? draw()
  texts.set(key, text)
  return text
}

const idOf = (name: IconName): string => `icon-of-${name}`
const look = { viewBox: '0 0 24 24', fill: 'none', stroke: 'currentColor' }

/** Only shapes and class names of our own: nothing here comes from data. */
function svg(name: IconName, { classes, whole }: Way): string {
  const size = { class: classes, width: '24', height: '24', 'aria-hidden': 'true' }
  return whole
    ? `<svg${attributesOf({ ...size, ...look })}>${shapesOf(name)}</svg>`
    : `<svg${attributesOf(size)}><use href="#${idOf(name)}"/></svg>`
}

const symbol = (name: IconName): string =>
  `<symbol${attributesOf({ id: idOf(name), ...look })}>${shapesOf(name)}</symbol>`

const shapesOf = (name: IconName): string => iconShapes[name].map(shapeText).join('')

const shapeText = ([tag, attributes]: Shape): string => `<${tag}${attributesOf(attributes)}/>`

const attributesOf = (attributes: Readonly<Record<string, string | number>>): string =>
  Object.entries(attributes)
    .map(([name, value]) => ` ${name}="${value}"`)
    .join('')

/** The icon of this name, or a plain dot: for names that come from data. */
export const iconNamed = (name: string): IconName => (isIconName(name) ? name : 'circle')

const isIconName = (name: string): name is IconName => Object.hasOwn(iconShapes, name)
