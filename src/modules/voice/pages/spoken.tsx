import { routes } from '../../../routes.ts'
import { Icon, useReader } from '../../../ui/index.ts'
import type { Speech } from '../actions/speech.ts'

export type SpokenProps = {
  readonly speech: Speech
  /** Whom to call where it cannot be said yet; null where the country pack names nobody. */
  readonly desk: { readonly numbers: readonly string[] } | null
}

/**
 * The page aloud, from people's recordings, without a script. Where one is missing nothing is made
 * up: the desk can be called.
 */
export function Spoken({ speech, desk }: SpokenProps) {
  const { t } = useReader()
  if (speech.clips)
    return (
      <figure class="spoken">
        <figcaption>
          <Icon name="megaphone" /> {t('voice.listen')}
        </figcaption>
        {/* biome-ignore lint/a11y/useMediaCaption: what it says stands on the page */}
        <audio controls preload="none" src={routes.voice.href({ clips: speech.clips.join('-') })} />
      </figure>
    )
  const [number] = desk?.numbers ?? []
  if (!number) return null
  return (
    <p class="spoken">
      <Icon name="phone" /> {t('voice.call-desk')}{' '}
      <a href={`tel:${number.replace(/\s/g, '')}`}>{number}</a>
    </p>
  )
}
