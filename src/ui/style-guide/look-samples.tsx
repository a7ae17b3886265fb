import type { Content } from '../content.ts'
import { Icon, type IconName } from '../icons.tsx'
import { useReader } from '../reader.ts'
import { Section } from './section.tsx'

const colours = [
  'ink',
  'muted',
  'river',
  'link',
  'leaf',
  'saffron',
  'clay',
  'lotus',
  'wash',
  'line',
] as const
const icons: readonly IconName[] = [
  'search',
  'building',
  'message-square',
  'clock',
  'scale',
  'users',
  'printer',
  'phone',
  'shield',
  'banknote',
  'file-text',
  'gavel',
]

export function LookSamples() {
  const { t } = useReader()
  return (
    <Section name="look">
      <ul class="swatches">
        {colours.map((colour) => (
          <li>
            <span class={`swatch swatch--${colour}`} />
            {t(`ui.guide.colour.${colour}`)}
          </li>
        ))}
      </ul>
      <p class="samples">
        {icons.map((name) => (
          <IconSample name={name}>{name}</IconSample>
        ))}
      </p>
    </Section>
  )
}

function IconSample({ name, children }: { readonly name: IconName; readonly children: Content }) {
  return (
    <span class="nowrap">
      <Icon name={name} />{' '}
      <span class="small" lang="en">
        {children}
      </span>
    </span>
  )
}
