import { h } from 'preact'
import { tokens } from './content.ts'
import { iconShapes, type Shape } from './icon-shapes.ts'

export type IconName = keyof typeof iconShapes

export type IconProps = { readonly name: IconName; readonly class?: string | undefined }

/** A picture for those who see it; a text with the same meaning always stands beside it. */
export function Icon({ name, class: extra }: IconProps) {
  const shapes: readonly Shape[] = iconShapes[name]
  return (
    <svg
      class={tokens('icon', extra)}
      viewBox="0 0 24 24"
      width="24"
      height="24"
      fill="none"
      stroke="currentColor"
      stroke-width="2"
      stroke-linecap="round"
      stroke-linejoin="round"
      aria-hidden="true"
      focusable="false"
    >
      {shapes.map(([tag, attributes]) => h(tag, attributes))}
    </svg>
  )
}

/** The icon of this name, or a plain dot: for names that come from data. */
export const iconNamed = (name: string): IconName => (isIconName(name) ? name : 'circle')

const isIconName = (name: string): name is IconName => Object.hasOwn(iconShapes, name)
