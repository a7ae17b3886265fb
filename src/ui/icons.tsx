import { type Html, markup } from '../html/html.ts'
import { asset } from './assets.ts'
import { type IconName, isIconName } from './icon-sheet.ts'

export type { IconName } from './icon-sheet.ts'
export type IconProps = { readonly name: IconName; readonly class?: string | undefined }

/**
 * A picture for those who see it; a text with the same meaning always stands beside it. Its shape
 * lies in the one sheet that every page shares and the browser keeps.
 */
export function Icon({ name, class: extra = '' }: IconProps): Html {
  const address = `${asset('icons.svg')}#${name}`
  const key = `${address} ${extra}`
  const icon = drawn.get(key) ?? draw(address, extra)
  drawn.set(key, icon)
  return icon
}

const drawn = new Map<string, Html>()

/** Only addresses and class names of our own: nothing here comes from data. */
const draw = (address: string, extra: string): Html =>
  markup(
    `<svg class="${extra === '' ? 'icon' : `icon ${extra}`}" width="24" height="24" aria-hidden="true"><use href="${address}"/></svg>`,
  )

/** The icon of this name, or a plain dot: for names that come from data. */
export const iconNamed = (name: string): IconName => (isIconName(name) ? name : 'circle')
