import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { IntlMessageFormat } from 'intl-messageformat'
import { describe, expect, it } from 'vitest'
import { langs, type MessageValues } from '../../kernel/reader.ts'
import { projectRoot } from '../root.ts'
import { formatter, loadMessages } from './messages.ts'

const messages = loadMessages(pathToFileURL(join(projectRoot, 'locales/')))
const simple = [0, 1]

type Part = { readonly type: number; readonly value?: unknown; readonly options?: object }

/** A value for everything that a message asks for; what it counts or chooses by gets the number. */
function valuesFor(parts: readonly Part[], number: number): MessageValues {
  const own = parts.filter(({ type }) => type !== 0 && type !== 7)
  const nested = own.flatMap(({ options }) =>
    Object.values(options ?? {}).map(({ value }) => valuesFor(value, number)),
  )
  const named = own.map(({ type, value }) => [value, simple.includes(type) ? 'សុភា' : number])
  return Object.assign({}, ...nested, Object.fromEntries(named))
}

describe.each(langs)('every %s message', (lang) => {
  it('is written as ICU would write it, also the second time', () => {
    const t = formatter(lang, messages[lang])
    for (const [key, text] of messages[lang])
      for (const number of [0, 1, 2, 21, 1000, 1, 0]) {
        const message = new IntlMessageFormat(text, lang, undefined, { ignoreTag: true })
        const values = valuesFor(message.getAst() as readonly Part[], number)
        expect(t(key, values), key).toBe(String(message.format(values)))
      }
  })
})

describe('a message', () => {
  it('is never written without what it needs', () => {
    const t = formatter('en', new Map([['a', '{who} came']]))

    expect(() => t('a', {})).toThrow('who')
  })

  it('keeps names and numbers apart', () => {
    const t = formatter('en', new Map([['a', '{n, plural, one {# day} other {# days}} for {who}']]))

    expect(t('a', { n: 1, who: 'Dara' })).toBe('1 day for Dara')
    expect(t('a', { n: 1, who: 'Sokha' })).toBe('1 day for Sokha')
  })
})
