import type { Content } from '../../../ui/index.ts'
import { Icon, type IconName, StatusMark, type Tone, useReader } from '../../../ui/index.ts'
import type { ShownEvidence } from '../actions/read-evidence.ts'
import type { EvidenceStatus } from '../rules/evidence.ts'
import { type Family, kindFacts } from '../rules/kinds.ts'

export type EvidenceListProps = {
  readonly evidence: readonly ShownEvidence[]
  /** Where this reader opens a file. */
  readonly hrefOf: (id: string) => string
  /** Officers see by which way it came. */
  readonly withOrigin?: boolean | undefined
  /** What may be done with one, below it. */
  readonly below?: ((one: ShownEvidence) => Content) | undefined
}

const icons: Readonly<Record<Family, IconName>> = {
  image: 'file-text',
  document: 'file-text',
  audio: 'message-square',
}
const tones: Readonly<Record<EvidenceStatus, Tone>> = {
  quarantined: 'neutral',
  checked: 'allowed',
  refused: 'danger',
}

/** Photos as small pictures, recordings to be heard, documents to be fetched, and how each stands. */
export function EvidenceList({ evidence, hrefOf, below, withOrigin = false }: EvidenceListProps) {
  if (evidence.length === 0) return null
  return (
    <ul class="files">
      {evidence.map((one) => (
        <li class="file" id={`file-${one.id}`}>
          <Picture one={one} href={hrefOf(one.id)} />
          <div>
            <About one={one} href={hrefOf(one.id)} withOrigin={withOrigin} />
            {below ? below(one) : null}
          </div>
        </li>
      ))}
    </ul>
  )
}

type OneProps = { readonly one: ShownEvidence; readonly href: string }

function Picture({ one, href }: OneProps) {
  const { t } = useReader()
  const { family } = kindFacts[one.kind]
  if (family !== 'image' || !one.isReady)
    return (
      <div class="file__picture">
        <Icon name={icons[family]} />
      </div>
    )
  return (
    <a class="file__picture" href={href}>
      <img src={`${href}?size=small`} alt={t('evidence.open-photo')} loading="lazy" />
    </a>
  )
}

function About({ one, href, withOrigin }: OneProps & { readonly withOrigin: boolean }) {
  const { t, instant } = useReader()
  const { family } = kindFacts[one.kind]
  return (
    <>
      <p class="file__name">{one.name ?? t(`evidence.family.${family}`)}</p>
      <p class="small muted">
        {t(`evidence.family.${family}`)} ·{' '}
        {withOrigin ? `${t(`evidence.origin.${one.origin}`)} · ` : null}
        {instant(one.givenAt)} · {t('evidence.size', { kilobytes: Math.ceil(one.size / 1024) })}
      </p>
      <p>
        <StatusMark tone={tones[one.status]}>{t(`evidence.status.${one.status}`)}</StatusMark>
      </p>
      {one.refusedReason ? <p>{t(`evidence.refused.${one.refusedReason}`)}</p> : null}
      {one.isReady && family === 'audio' ? (
        // biome-ignore lint/a11y/useMediaCaption: what it says stands below in an officer's words
        <audio controls preload="none" src={href} aria-label={t('evidence.listen')} />
      ) : null}
      {one.isReady && family === 'document' ? (
        <p>
          <a href={href}>
            <Icon name="download" /> {t('evidence.download')}
          </a>
        </p>
      ) : null}
    </>
  )
}
