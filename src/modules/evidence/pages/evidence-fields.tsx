import { asset } from '../../../ui/assets.ts'
import { Button, FileField, Icon, useReader } from '../../../ui/index.ts'
import { mostAtOnce, mostBytes } from '../rules/kinds.ts'

/** The fields of a form that takes evidence. */
export const evidenceFields = ['photos', 'documents', 'voice'] as const

export const evidenceUploads = { most: mostAtOnce, bytes: mostBytes } as const

/**
 * Three ways to choose files; agencies have no voice to give. With a script photos are made smaller on the phone, and a voice is
 * recorded into the same field; without one the phone's own recorder does.
 */
export function EvidenceFields({
  by = 'herself',
}: {
  readonly by?: 'herself' | 'officer' | 'agency'
}) {
  const { t } = useReader()
  const most = mostBytes / 1024 / 1024
  return (
    <div data-evidence>
      <FileField
        name="photos"
        label={t('evidence.photos')}
        hint={t('evidence.photos-hint', { most })}
        accept="image/jpeg,image/png,image/webp"
        multiple
      />
      <FileField
        name="documents"
        label={t('evidence.documents')}
        hint={t('evidence.documents-hint')}
        accept="application/pdf,image/jpeg,image/png,image/webp"
        multiple
      />
      {by === 'agency' ? null : (
        <>
          <FileField
            name="voice"
            label={t(`evidence.voice.${by}`)}
            hint={t(`evidence.voice-hint.${by}`)}
            accept="audio/*"
            attributes={{ capture: 'user' }}
          />
          <Recorder />
        </>
      )}
      <script type="module" src={asset('add-files.js')} />
    </div>
  )
}

/** Hidden until the script finds a microphone that it may ask for. */
function Recorder() {
  const { t } = useReader()
  return (
    <div
      class="recorder"
      hidden
      data-recorder
      data-refused={t('evidence.no-microphone')}
      data-running={t('evidence.recording')}
      data-done={t('evidence.recorded')}
    >
      <Button type="button" kind="secondary" attributes={{ 'data-record': '' }}>
        <Icon name="circle-dot" /> {t('evidence.record')}
      </Button>
      <Button type="button" kind="warning" attributes={{ 'data-stop': '', hidden: true }}>
        <Icon name="circle-pause" /> {t('evidence.stop')}
      </Button>
      <span role="status" data-says />
      {/* biome-ignore lint/a11y/useMediaCaption: her own voice, heard before it is sent */}
      <audio controls hidden data-heard />
    </div>
  )
}
