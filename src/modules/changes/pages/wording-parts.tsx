import type { Lang } from '../../../kernel/reader.ts'
import type { Tx } from '../../../platform/db.ts'
import { builtInWordings, placeholdersOf } from '../../../platform/i18n/wording.ts'
import { BeforeAfter, type Content, TextareaField, useReader } from '../../../ui/index.ts'
import { findWording, type Wording, withExamples } from '../actions/change-wording.ts'
import type { WordingContent } from '../rules/wording.ts'
import { listWordingVersions } from '../store/wordings.ts'

export async function wordingFields(tx: Tx, subject: string): Promise<Content> {
  const wording = await findWording(tx, subject)
  return wording && <WordingFields wording={wording} />
}

function WordingFields({ wording }: { readonly wording: Wording }) {
  const { t } = useReader()
  const names = [...(placeholdersOf(wording.en, 'en')?.keys() ?? [])].map((name) => `{${name}}`)
  const hint = names.length > 0 ? t('changes.wording.hint', { names: names.join(', ') }) : undefined
  return (
    <>
      <TextareaField
        name="km"
        label={t('changes.wording.km')}
        hint={hint}
        rows={4}
        attributes={{ lang: 'km' }}
      />
      <TextareaField
        name="en"
        label={t('changes.wording.en')}
        hint={hint}
        rows={4}
        attributes={{ lang: 'en' }}
      />
    </>
  )
}

/** Both texts as they would be read, with examples put in. */
export async function wordingPreview(
  tx: Tx,
  { content }: { readonly content: WordingContent },
): Promise<Content> {
  const versions = await listWordingVersions(tx, content.key)
  const known = versions.find(({ version }) => version === content.basedOn)
  const builtIn = builtInWordings().find(({ key }) => key === content.key)
  return <WordingPreview before={known ?? builtIn ?? null} content={content} />
}

type Texts = { readonly km: string; readonly en: string }
type PreviewProps = { readonly before: Texts | null; readonly content: WordingContent }

function WordingPreview({ before, content }: PreviewProps) {
  const { t } = useReader()
  const row = (lang: Lang) => ({
    label: t(`changes.wording.${lang}`),
    before: <span lang={lang}>{before ? withExamples(before[lang], lang) : '–'}</span>,
    after: (
      <strong lang={lang}>
        {withExamples(content[lang], lang) ?? t('refusal.text-not-understood')}
      </strong>
    ),
  })
  return (
    <>
      <BeforeAfter
        caption={t('changes.part.preview')}
        what={t('changes.column.what')}
        before={t('law.change.now')}
        after={t('changes.wording.then')}
        rows={[row('km'), row('en')]}
      />
      <p>{t('changes.wording.touches')}</p>
    </>
  )
}
