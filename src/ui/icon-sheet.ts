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

/** In the browser's tab: says nothing of what the page is about. */
export const tabIcon =
  '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 32 32"><rect width="32" height="32" rx="6" fill="#0b4a6f"/><path d="M9 23V9h8a4 4 0 0 1 0 7H9m8 0a3.500 3.500 0 0 1 0 7H9" fill="none" stroke="#fff" stroke-width="3" stroke-linejoin="round"/></svg>'
