import { jsxTemplate } from 'preact/jsx-runtime'
import { iconShapes, type Shape } from './icon-shapes.ts'

export type IconName = keyof typeof iconShapes

export type IconProps = { readonly name: IconName; readonly class?: string | undefined }

/** A picture for those who see it; a text with the same meaning always stands beside it. */
export function Icon({ name, class: extra }: IconProps) {
  return jsxTemplate([drawn(name, extra ? `icon ${extra}` : 'icon')])
}

const kept = new Map<string, string>()

/** Every icon is drawn once: a list shows the same few on each of its rows. */
function drawn(name: IconName, classes: string): string {
  const key = `${name} ${classes}`
  const text = kept.get(key) ?? draw(iconShapes[name], classes)
  kept.set(key, text)
  return text
}

/** Only shapes and class names of our own: nothing here comes from data. */
function draw(shapes: readonly Shape[], classes: string): string {
  const inside = shapes.map(([tag, attributes]) => `<${tag}${attributesOf(attributes)}></${tag}>`)
  const look = {
    ...{ class: classes, viewBox: '0 0 24 24', width: '24', height: '24' },
    ...{ fill: 'none', stroke: 'currentColor', 'aria-hidden': 'true' },
  }
  return `<svg${attributesOf(look)}>${inside.join('')}</svg>`
}

const attributesOf = (attributes: Readonly<Record<string, string | number>>): string =>
  Object.entries(attributes)
    .map(([name, value]) => ` ${name}="${value}"`)
    .join('')

/** The icon of this name, or a plain dot: for names that come from data. */
export const iconNamed = (name: string): IconName => (isIconName(name) ? name : 'circle')

const isIconName = (name: string): name is IconName => Object.hasOwn(iconShapes, name)
