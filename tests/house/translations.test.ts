import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { IntlMessageFormat } from 'intl-messageformat'
import { beforeAll, describe, expect, it } from 'vitest'
import { followUps } from '../../src/follow-ups.ts'
import { langs } from '../../src/kernel/reader.ts'
import {
  complaintEvents,
  eventsElsewhere,
  protectionEvents,
} from '../../src/modules/complaints/rules/events.ts'
import { letterEventOf } from '../../src/modules/letters/rules/lifecycle.ts'
import { loadMessages } from '../../src/platform/i18n/messages.ts'
import { projectRoot } from '../../src/platform/root.ts'
import { readSource, type TypedSource } from './typed-source.ts'

const locales = pathToFileURL(`${join(projectRoot, 'locales')}/`)
const messages = loadMessages(locales)
const keys = [...messages.km.keys()]

/** The name of the other language stands in that language. */
const inTheOtherScript = new Set(['ui.language.other'])

/** Asked for by name from a table in the database or the country pack, not from the source. */
const askedFromOutside: readonly RegExp[] = []

/** Refusals of npm commands: said in English to whoever runs them. */
const saidAtTheTerminal = /first-administrator\.ts/

type Part = {
  readonly type: number
  readonly value?: string
  readonly options?: Readonly<Record<string, { readonly value: readonly Part[] }>>
}
const literal = 0
const select = 5
const hash = 7

/** Names of what an ICU message is given, with the choices of every select. Khmer has no plurals. */
function argumentsOf(text: string, lang: string): string {
  const ast = new IntlMessageFormat(text, lang, undefined, { ignoreTag: true }).getAst()
  return [...new Set(namesIn(ast as readonly Part[]))].sort().join()
}

const namesIn = (parts: readonly Part[]): string[] =>
  parts
    .filter(({ type }) => type !== literal && type !== hash)
    .flatMap(({ type, value, options = {} }) => {
      const choices = type === select ? Object.keys(options).sort() : []
      const inner = Object.values(options).flatMap((option) => namesIn(option.value))
      return [[value, ...choices].join(' '), ...inner]
    })

describe('every text', () => {
  it('lies in files of the same names in both languages', () => {
    const [km, en] = langs.map((lang) => readdirSync(new URL(`${lang}/`, locales)).sort())

    expect(km).toEqual(en)
  })

  it('exists in Khmer and in English', () => {
    expect(keys.toSorted()).toEqual([...messages.en.keys()].toSorted())
  })

  it('is given the same values in both languages', () => {
    const differing = keys.filter((key) => {
      const [km, en] = langs.map((lang) => argumentsOf(messages[lang].get(key) ?? '', lang))
      return km !== en
    })

    expect(differing).toEqual([])
  })

  it('is written in its own script', () => {
    const khmer = /\p{Script=Khmer}/u
    const wrong = keys.flatMap((key) => {
      if (inTheOtherScript.has(key)) return []
      const km = withoutArguments(messages.km.get(key) ?? '')
      const en = withoutArguments(messages.en.get(key) ?? '')
      const isWords = /[a-z]{3}/i.test(en)
      return [
        ...(isWords && !khmer.test(km) ? [`km ${key}: ${km}`] : []),
        ...(khmer.test(en) ? [`en ${key}: ${en}`] : []),
      ]
    })

    expect(wrong).toEqual([])
  })

  it('says something', () => {
    const empty = langs.flatMap((lang) =>
      keys.filter((key) => !messages[lang].get(key)?.trim()).map((key) => `${lang} ${key}`),
    )

    expect(empty).toEqual([])
  })
})

const withoutArguments = (text: string): string => text.replace(/\{\w+\}/g, '')

let source: TypedSource
beforeAll(() => {
  source = readSource(new Set(keys.map((key) => key.split('.')[0] ?? '')))
})

describe('every event', () => {
  it('stands in follow-ups.ts, if only to say that nothing follows', () => {
    const recorded = new Set([
      ...source.events.keys(),
      ...complaintEvents.map((code) => `complaint.${code}`),
      ...Object.values(letterEventOf),
    ])

    expect(Object.keys(followUps).toSorted()).toEqual([...recorded].toSorted())
  })

  it('of a case has words on its timeline, also where a later module put it there', () => {
    const worded = [...eventsElsewhere, ...protectionEvents.map((code) => `protection.${code}`)]
    const onCases = /^(?:conciliation|decision|proceeding|protection)\./

    expect(worded.toSorted()).toEqual(
      Object.keys(followUps)
        .filter((type) => onCases.test(type))
        .toSorted(),
    )
  })
})

describe('every text that the program asks for', () => {
  it('exists', () => {
    // Some modules call their events as they call their texts.
    const missing = [...source.asked].filter(
      ([key]) => !messages.km.has(key) && !Object.hasOwn(followUps, key),
    )

    expect(missing.map(([key, place]) => `${key} (${place})`)).toEqual([])
  })

  it('exists also where only a part of its key is known', () => {
    const unknown = [...source.patterns.values()].filter(
      ({ like }) => !keys.some((key) => like.test(key)),
    )

    expect(unknown).toEqual([])
  })

  it('is all that there is: no text is left over', () => {
    const patterns = [...[...source.patterns.values()].map(({ like }) => like), ...askedFromOutside]
    const left = keys.filter(
      (key) => !source.asked.has(key) && !patterns.some((pattern) => pattern.test(key)),
    )

    expect(left).toEqual([])
  })

  it('has a sentence for every refusal', () => {
    const silent = [...source.refusals].filter(
      ([code, place]) =>
        !saidAtTheTerminal.test(place) && !keys.some((key) => key.endsWith(`.${code}`)),
    )

    expect(silent.map(([code, place]) => `${code} (${place})`)).toEqual([])
  })
})
