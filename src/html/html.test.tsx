import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type Child, createContext, draw, element, isHtml, markup, useContext } from './html.ts'

const Language = createContext('none')
const Said = () => <b>{useContext(Language)}</b>

describe('what a page says', () => {
  it('is never taken for HTML, in text or in an attribute', () => {
    const bad = '<script>alert("1")</script> & more'
    const safe = '&lt;script>alert(&quot;1&quot;)&lt;/script> &amp; more'
    const Name = ({ name }: { name: string }) => <i>{name}</i>
    expect(draw(<p title={bad}>{bad}</p>)).toBe(`<p title="${safe}">${safe}</p>`)
    expect(draw(<Name name={bad} />)).toBe(`<i>${safe}</i>`)
    expect(draw([bad, [bad]])).toBe(safe + safe)
  })

  it('opens no element and leaves no attribute, whatever is typed', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (typed) => {
        const html = draw(
          <p title={typed}>
            {typed}
            <Said />
          </p>,
        )
        const attribute = /^<p title="([^"]*)">/.exec(html)?.[1]
        expect(attribute).toBeDefined()
        const text = html.slice(`<p title="${attribute}">`.length, -'<b>none</b></p>'.length)
        expect(text).not.toContain('<')
        expect(decoded(text)).toBe(typed)
        expect(decoded(attribute!)).toBe(typed)
      }),
    )
  })

  it('is left out where there is nothing to say, but a nought is said', () => {
    expect(draw(<p>{[null, undefined, true, false, '', 0]}</p>)).toBe('<p>0</p>')
  })

  it('is one list, however it is put together', () => {
    const parts: Child = ['a', [<b>b</b>, <Said />], <>c</>]
    expect(draw(<p>{parts}</p>)).toBe('<p>a<b>b</b><b>none</b>c</p>')
  })
})

const decoded = (text: string) =>
  text.replaceAll('&lt;', '<').replaceAll('&quot;', '"').replaceAll('&amp;', '&')

describe('an element', () => {
  it('has the attributes that apply', () => {
    const input = <input required disabled={false} value="" maxlength={9} class={undefined} />
    expect(draw(input)).toBe('<input required value="" maxlength="9">')
    expect(draw(<p aria-hidden={false}>x</p>)).toBe('<p aria-hidden="false">x</p>')
  })

  it('takes no function and no object for an attribute', () => {
    const handler = { onclick: () => 1 } as unknown as Record<string, string>
    expect(() => draw(element('p', handler))).toThrow(TypeError)
    expect(() => draw(element('p', { style: {} }))).toThrow(TypeError)
  })

  it('is only what this page is made of: an object from elsewhere is a bug', () => {
    const forged = JSON.parse('{ "kind": "markup", "text": "<script>" }') as Child
    expect(() => draw(<p>{forged}</p>)).toThrow(TypeError)
    expect(isHtml(forged)).toBe(false)
    expect(isHtml(markup('<hr>'))).toBe(true)
  })
})

describe('what is given to all below', () => {
  const page = (
    <Language.Provider value="km">
      <Said />
      <div>
        <Language.Provider value="en">
          <p>
            <Said />
          </p>
        </Language.Provider>
        <Said />
      </div>
    </Language.Provider>
  )

  it('reaches them and nobody else', () => {
    expect(draw([page, <Said />])).toBe('<b>km</b><div><p><b>en</b></p><b>km</b></div><b>none</b>')
  })

  it('is forgotten when the drawing fails, and so is what was drawn', () => {
    const Broken = (): Child => {
      throw new Error('broken')
    }
    const broken = (
      <Language.Provider value="km">
        before
        <Broken />
      </Language.Provider>
    )
    expect(() => draw(broken)).toThrow('broken')
    expect(draw(<Said />)).toBe('<b>none</b>')
  })

  it('holds within a piece that is drawn while another one is', () => {
    const Inner = () => <i>{draw(<Said />).length}</i>
    expect(draw([<Inner />, page])).toContain('<i>11</i><b>km</b>')
  })
})
