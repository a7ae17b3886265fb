import type { Lang, Message } from '../../../kernel/reader.ts'

/** Something that pages say aloud, one after the other: "licensed for" – "Thailand". */
export type Phrase = {
  readonly key: string
  /** What is to be read: a message, or a name in both languages. */
  readonly said: Message | { readonly km: string | null; readonly en: string | null }
}

export type VoiceClip = {
  readonly number: number
  readonly phrase: string
  readonly lang: Lang
  readonly said: string
  readonly seconds: number
  readonly recordedBy: string
  readonly recordedAt: Date
}

/** `outdated`: the text has changed since it was recorded; it is no longer played. */
export type PhraseState = 'recorded' | 'outdated' | 'missing'

export const stateOf = (text: string, clip: VoiceClip | undefined): PhraseState =>
  !clip ? 'missing' : clip.said === text ? 'recorded' : 'outdated'

/** Digits by themselves: numbers are spoken so that they can be written down. */
export const digitKeys = (text: string): string[] =>
  [...text.replace(/[^0-9]/g, '')].map((digit) => `digit.${digit}`)

export const digitPhrases: readonly Phrase[] = Array.from({ length: 10 }, (_, digit) => ({
  key: `digit.${digit}`,
  said: { key: `voice.digit.${digit}` },
}))
