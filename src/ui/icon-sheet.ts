import { iconShapes, type Shape } from './icon-shapes.ts'

export type IconName = keyof typeof iconShapes

export const isIconName = (name: string): name is IconName => Object.hasOwn(iconShapes, name)

/** Every icon as a symbol of one SVG file, which pages refer to. */
export function iconSheet(): string {
  const symbols = Object.entries<readonly Shape[]>(iconShapes).map(
    ([name, shapes]) =>
      `<symbol id="${name}" viewBox="0 0 24 24" fill="none" stroke="currentColor">${shapes.map(shapeText).join('')}</symbol>`,
  )
  return `<svg xmlns="http://www.w3.org/2000/svg">${symbols.join('')}</svg>`
}

const shapeText = ([tag, attributes]: Shape): string =>
  `<${tag}${Object.entries(attributes)
    .map(([name, value]) => ` ${name}="${value}"`)
    .join('')}/>`
