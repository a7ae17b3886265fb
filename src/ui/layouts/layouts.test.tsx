import { describe, expect, it } from 'vitest'
import type { Html } from '../../html/html.ts'
import { langs } from '../../kernel/reader.ts'
import type { Chrome } from '../reader.ts'
import { StyleGuidePage } from '../style-guide-page.tsx'
import { renderPage } from '../testing/render.tsx'
import { aChrome, readers } from '../testing/test-readers.ts'
import { CitizenLayout } from './citizen-layout.tsx'
import { OfficerLayout } from './officer-layout.tsx'
import { SafeLayout } from './safe-layout.tsx'

const rail = [
  { key: 'ui.guide.worklist', href: '/work', icon: 'inbox' },
  { key: 'ui.guide.clocks', href: '/work/complaints', icon: 'no-such-icon' },
]
const shown = (page: Html, lang: 'km' | 'en' = 'en', chrome: Partial<Chrome> = {}) =>
  renderPage(page, readers[lang], aChrome(chrome))

const pages: Readonly<Record<string, Html>> = {
  'the style guide for citizens': <StyleGuidePage look="citizen" />,
  'the style guide for officers': <StyleGuidePage look="officer" />,
  'a safe page': <SafeLayout>x</SafeLayout>,
}

describe.each(Object.entries(pages))('%s', (_name, page) => {
  it.each(langs)('is drawn whole in %s, and says so', (lang) => {
    const html = shown(page, lang, { rail, signedInAs: 'Example Person' })

    expect(html).toMatch(new RegExp(`^<!doctype html><html lang="${lang}"`))
    expect(html).not.toMatch(/undefined|\[object/)
  })

  it('carries no script but the quick way out, no style and no handler: the content policy would refuse them', () => {
    const html = shown(page, 'km', { rail, signedInAs: 'Example Person' })

    const own = '<script type="module" src="/assets/leave.js"></script>'
    expect(html.replace(own, '')).not.toMatch(/<script|<style|\sstyle=|\son[a-z]+=|javascript:/i)
  })
})

describe('the shell of a page', () => {
  const titleOf = (html: string) => /<title>([^<]*)<\/title>/.exec(html)?.[1]

  it('says in the title that something is wrong', () => {
    const html = shown(
      <CitizenLayout title="Complain" hasErrors>
        x
      </CitizenLayout>,
    )
    expect(titleOf(html)).toBe('Error: Complain – Work abroad')
  })

  it('tells nothing in the title of a safe page, and tells no other site where one came from', () => {
    const html = shown(<SafeLayout>Complaint</SafeLayout>)

    expect(titleOf(html)).toBe('Information')
    expect(html).toContain('<meta name="referrer" content="same-origin">')
    expect(html.match(/rel="nofollow noreferrer"/g)).toHaveLength(2)
  })

  it.each([
    ['km', '/agencies?q=a&page=2', '/en/agencies?q=a&amp;page=2'],
    ['km', '/', '/en'],
    ['en', '/agencies?q=a&page=2', '/agencies?q=a&amp;page=2'],
    ['en', '/', '/'],
  ] as const)('leads from %s %s to the other language', (lang, path, other) => {
    const html = shown(<CitizenLayout title="x">x</CitizenLayout>, lang, { path })

    expect(html).toContain(`<a class="language" href="${other}"`)
  })

  it('says that it is a demonstration, and only then', () => {
    const page = <CitizenLayout title="x">x</CitizenLayout>

    expect(shown(page, 'en', { demonstration: true })).toContain('Demonstration.')
    expect(shown(page, 'en', { demonstration: false })).not.toContain('Demonstration.')
  })
})

describe('the officers’ page', () => {
  const page = <OfficerLayout title="x">x</OfficerLayout>

  it('writes a name as text, whatever it holds', () => {
    const html = shown(page, 'en', { signedInAs: '<script>alert(1)</script>' })

    expect(html).toContain('&lt;script>alert(1)&lt;/script>')
    expect(html).not.toContain('<script>')
  })

  it('offers no sign-out to nobody', () => {
    expect(shown(page, 'en', { signedInAs: null })).not.toContain('/sign-out')
  })

  it.each([
    ['/work', '/en/work'],
    ['/work?sort=due', '/en/work'],
    ['/work/complaints/1', '/en/work/complaints'],
    ['/workers', undefined],
  ])('marks in the rail where %s lies', (path, marked) => {
    const html = shown(page, 'en', { path, rail })

    expect(/href="([^"]*)" aria-current="page"/.exec(html)?.[1]).toBe(marked)
  })
})
