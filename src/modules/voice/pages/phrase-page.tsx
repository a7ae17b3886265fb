import { routes } from '../../../routes.ts'
import { asset } from '../../../ui/assets.ts'
import {
  BackLink,
  Button,
  FileField,
  Form,
  FormErrors,
  type FormState,
  hasErrors,
  OfficerLayout,
  useReader,
} from '../../../ui/index.ts'
import type { PersonNames } from '../../accounts/index.ts'
import type { VoiceClip } from '../rules/phrase.ts'
import type { ShownPhrase } from './phrases-page.tsx'

export type PhrasePageProps = {
  readonly phrase: ShownPhrase
  readonly recordings: readonly (VoiceClip & { readonly withdrawnAt: Date | null })[]
  readonly names: ReadonlyMap<string, PersonNames>
  /** The next that has to be recorded; null when none is left. */
  readonly next: string | null
  readonly state: FormState
  readonly submission: string
}

/** One text to read aloud: record it here, or bring a file; listen before it is kept. */
export function PhrasePage(props: PhrasePageProps) {
  const { t, link } = useReader()
  const { phrase, state, submission, next } = props
  return (
    <OfficerLayout title={t('voice.record.title')} hasErrors={hasErrors(state)}>
      <BackLink href={link(routes.phrases.href())}>{t('voice.title')}</BackLink>
      <FormErrors state={state} />
      <h1>{t('voice.record.title')}</h1>
      <p>{t('voice.record.text')}</p>
      <blockquote class="spoken-text">{phrase.text}</blockquote>
      <Form
        action={link(routes.phrase.href({ key: phrase.key }))}
        {...{ state, submission }}
        multipart
      >
        <div
          class="recorder"
          data-clip-recorder
          data-running={t('voice.record.running')}
          data-done={t('voice.record.done')}
          data-refused={t('voice.record.no-microphone')}
          hidden
        >
          <button type="button" class="govuk-button govuk-button--secondary" data-record>
            {t('voice.record.begin')}
          </button>
          <button type="button" class="govuk-button govuk-button--warning" data-stop hidden>
            {t('voice.record.stop')}
          </button>
          <span data-says role="status" />
          {/* biome-ignore lint/a11y/useMediaCaption: its words stand above it */}
          <audio controls data-heard hidden />
        </div>
        <FileField
          name="clip"
          label={t('voice.clip.label')}
          hint={t('voice.clip.hint')}
          accept="audio/wav,.wav"
        />
        <Button>{t('voice.record.keep')}</Button>
      </Form>
      {next ? (
        <p>
          <a href={link(routes.phrase.href({ key: next }))}>{t('voice.next')}</a>
        </p>
      ) : (
        <p>{t('voice.none-left')}</p>
      )}
      <Recordings {...props} />
      <script type="module" src={asset('record-clip.js')} />
    </OfficerLayout>
  )
}

function Recordings({ phrase, recordings, names }: PhrasePageProps) {
  const { t, link, instant, name } = useReader()
  if (recordings.length === 0) return null
  return (
    <section>
      <h2>{t('voice.recordings')}</h2>
      <ul class="files">
        {recordings.map(({ number, recordedAt, recordedBy, withdrawnAt, said }) => {
          const by = names.get(recordedBy)
          return (
            <li>
              <p>
                {instant(recordedAt)}
                {by ? `, ${name(by)}` : null}
                {said === phrase.text ? null : ` – ${t('voice.state.outdated')}`}
                {withdrawnAt ? ` – ${t('voice.withdrawn')}` : null}
              </p>
              {withdrawnAt ? null : (
                <>
                  {/* biome-ignore lint/a11y/useMediaCaption: its words stand above it */}
                  <audio
                    controls
                    preload="none"
                    src={routes.voice.href({ clips: String(number) })}
                  />
                  <form
                    method="post"
                    action={link(
                      routes.phraseWithdraw.href({ key: phrase.key, number: String(number) }),
                    )}
                  >
                    <Button kind="secondary">{t('voice.withdraw')}</Button>
                  </form>
                </>
              )}
            </li>
          )
        })}
      </ul>
    </section>
  )
}
