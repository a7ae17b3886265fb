import { ok, type Result, refuse } from '../../../kernel/result.ts'
import type { Db, Tx } from '../../../platform/db.ts'
import type { FieldErrors } from '../../../platform/http/form.ts'
import {
  notFound,
  page,
  type Reply,
  type Route,
  redirect,
  submits,
  type Visit,
} from '../../../platform/http/route.ts'
import { routes } from '../../../routes.ts'
import { emptyForm, type FormState } from '../../../ui/index.ts'
import { personNames } from '../../accounts/index.ts'
import { playClips } from '../actions/play-clips.ts'
import { recordClip } from '../actions/record-clip.ts'
import { textOf } from '../actions/speech.ts'
import { type Phrase, type PhraseState, stateOf } from '../rules/phrase.ts'
import { listClips, listRecordings, withdrawClip } from '../store/clips.ts'
import { PhrasePage } from './phrase-page.tsx'
import { PhrasesPage, type ShownPhrase } from './phrases-page.tsx'

/** Everything that pages can say; joined in src/phrases.ts. */
export type Phrases = (tx: Db | Tx) => Promise<readonly Phrase[]>

const desk = ['counsellor', 'administrator'] as const
const clipBytes = 2 * 1024 * 1024

export const voiceRoutes = (phrases: Phrases): readonly Route[] => [
  { door: 'page', method: 'get', path: routes.voice.path, access: ['public'], show: play },
  {
    ...{ door: 'page', method: 'get', path: routes.phrases.path, access: desk },
    show: (visit, tx) => drawPhrases(visit, tx, phrases),
  },
  {
    ...{ door: 'page', method: 'get', path: routes.phrase.path, access: desk },
    show: (visit, tx) => drawPhrase(visit, tx, { phrases, state: emptyForm }),
  },
  submits<FieldErrors>({
    ...{ path: routes.phrase.path, access: desk, uploads: { most: 1, bytes: clipBytes } },
    submit: (visit, tx) => record(visit, tx, phrases),
    refused: (visit, tx, errors) =>
      drawPhrase(visit, tx, { phrases, state: { values: {}, errors } }),
  }),
  submits<never>({
    ...{ path: routes.phraseWithdraw.path, access: desk },
    submit: async ({ params, actor, now: at }, tx) => {
      await withdrawClip(tx, clipNumber(params.number), { by: actor.id, at })
      return ok(redirect(routes.phrase.href({ key: params.key ?? '' })))
    },
    refused: async () => notFound,
  }),
]

/** Nought, which no recording has, where an address holds no number that one can have. */
const clipNumber = (text = ''): number => {
  const number = Number(text)
  return Number.isSafeInteger(number) && number > 0 && number < 2 ** 31 ? number : 0
}

/** What a number names never changes, so a browser keeps it. */
async function play({ params, vault, files }: Visit, tx: Tx): Promise<Reply> {
  const numbers = (params.clips ?? '').split('-').map(clipNumber)
  const sound = numbers.every(Boolean) ? await playClips(tx, { vault, files, numbers }) : null
  if (!sound) return notFound
  const headers = { 'cache-control': 'public, max-age=31536000, immutable' }
  return { kind: 'file', type: 'audio/wav', content: sound, headers }
}

const states: readonly PhraseState[] = ['missing', 'outdated', 'recorded']

/** In the language in which the desk reads this page. */
async function shownPhrases(visit: Visit, tx: Tx, phrases: Phrases): Promise<ShownPhrase[]> {
  const { reader } = visit
  const clips = new Map(
    (await listClips(tx))
      .filter(({ lang }) => lang === reader.lang)
      .map((clip) => [clip.phrase, clip]),
  )
  return (await phrases(tx)).map((phrase) => {
    const text = textOf(reader, phrase)
    const clip = clips.get(phrase.key)
    return { key: phrase.key, text, clip: clip ?? null, state: stateOf(text, clip) }
  })
}

async function drawPhrases(visit: Visit, tx: Tx, phrases: Phrases): Promise<Reply> {
  const all = await shownPhrases(visit, tx, phrases)
  const state = states.find((one) => one === visit.query.state) ?? null
  const shown = all.filter((phrase) => state === null || phrase.state === state)
  const people = [...new Set(shown.flatMap(({ clip }) => clip?.recordedBy ?? []))]
  const names = await personNames(tx, people)
  const recorded = all.filter((phrase) => phrase.state === 'recorded').length
  return page(<PhrasesPage {...{ shown, state, names, recorded }} of={all.length} />)
}

type Drawn = { readonly phrases: Phrases; readonly state: FormState }

async function drawPhrase(visit: Visit, tx: Tx, { phrases, state }: Drawn): Promise<Reply> {
  const all = await shownPhrases(visit, tx, phrases)
  const index = all.findIndex(({ key }) => key === visit.params.key)
  const phrase = all[index]
  if (!phrase) return notFound
  const recordings = await listRecordings(tx, phrase.key, visit.reader.lang)
  const names = await personNames(tx, [...new Set(recordings.map((one) => one.recordedBy))])
  const rest = [...all.slice(index + 1), ...all.slice(0, index)]
  const next = rest.find((one) => one.state !== 'recorded')?.key ?? null
  return page(
    <PhrasePage {...{ phrase, recordings, names, next, state }} submission={visit.submission} />,
  )
}

async function record(visit: Visit, tx: Tx, phrases: Phrases): Promise<Result<Reply, FieldErrors>> {
  const all = await shownPhrases(visit, tx, phrases)
  const phrase = all.find(({ key }) => key === visit.params.key)
  if (!phrase) return ok(notFound)
  const [clip] = visit.uploads
  if (!clip) return refuse({ clip: { key: 'voice.clip.missing' } })
  if (!clip.whole) return refuse({ clip: { key: 'voice.clip.too-long' } })
  const { vault, files, now: at, actor } = visit
  const kept = await recordClip(tx, actor, {
    ...{ vault, files, at, bytes: clip.bytes, lang: visit.reader.lang },
    ...{ phrase: phrase.key, said: phrase.text },
  })
  if (!kept.ok) return refuse({ clip: { key: `voice.clip.${kept.refusal}` } })
  return ok(redirect(routes.phrase.href({ key: phrase.key })))
}
