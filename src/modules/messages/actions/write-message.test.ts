import { describe, expect, it } from 'vitest'
import { langs } from '../../../kernel/reader.ts'
import { builtInWordings, writeWording } from '../../../platform/i18n/wording.ts'
import { countSegments } from '../../../platform/messaging/segments.ts'
import { mostSegments } from '../../../platform/messaging/smpp-sender.ts'
import { messageKinds } from '../rules/message.ts'

/** The longest number, and a link of a ministry with a long name. */
const longest = {
  number: '26-9999999-9',
  link: 'https://migration.molvt.gov.kh/en/follow',
}

describe.each(langs)('every message in %s', (lang) => {
  it.each(messageKinds)('%s fits into two segments with the longest values', (kind) => {
    const wording = builtInWordings().find(({ key }) => key === `wording.messages.${kind}`)
    const text = writeWording(wording?.[lang] ?? '', lang, longest)

    expect(text).toContain(longest.number)
    expect(text).toContain(longest.link)
    expect(countSegments(text)).toBeLessThanOrEqual(mostSegments)
  })

  it('asks for nothing but a number and a link, so that it can say no name and no subject', () => {
    const own = builtInWordings().filter(({ key }) => key.startsWith('wording.messages.'))
    const asked = own.flatMap((each) => each[lang].match(/\{(\w+)/g) ?? [])

    expect(own).toHaveLength(messageKinds.length + 1)
    expect([...new Set(asked)].sort()).toEqual(['{link', '{number'])
  })
})
