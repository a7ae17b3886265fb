import { brotliDecompressSync, gunzipSync } from 'node:zlib'
import { describe, expect, it } from 'vitest'
import { type CachedPage, makePageCache } from './page-cache.ts'

const type = 'text/html'
const textOf = (page: CachedPage | null) => page?.bytes('plain').toString()

describe('pages kept in memory', () => {
  it('come back the same in every encoding until their time is over', () => {
    const cache = makePageCache(60)
    cache.keep('/', { text: 'ទំព័រ', type, now: 0, asOf: 0 })

    const found = cache.find('/', 60_000)
    for (let times = 0; times < 3; times++) {
      expect(textOf(found)).toBe('ទំព័រ')
      expect(gunzipSync(found?.bytes('gzip') ?? '').toString()).toBe('ទំព័រ')
      expect(brotliDecompressSync(found?.bytes('br') ?? '').toString()).toBe('ទំព័រ')
    }
    expect(cache.find('/', 60_001)).toBeNull()
  })

  it('have another tag when the text is another', () => {
    const cache = makePageCache()
    const first = cache.keep('/', { text: 'a', type, now: 0, asOf: 0 })
    const second = cache.keep('/', { text: 'b', type, now: 0, asOf: 0 })
    expect(first.etag).not.toBe(second.etag)
  })

  it('are all gone once public facts have changed', () => {
    const cache = makePageCache()
    cache.keep('/', { text: 'a', type, now: 0, asOf: 0 })
    cache.clear()
    expect(cache.find('/', 0)).toBeNull()
  })

  it('are not kept when public facts changed while they were drawn', () => {
    const cache = makePageCache()
    const asOf = cache.changes()
    cache.clear()

    const sent = cache.keep('/', { text: 'licensed', type, now: 0, asOf })
    expect(textOf(sent)).toBe('licensed')
    expect(cache.find('/', 0)).toBeNull()

    cache.keep('/', { text: 'suspended', type, now: 0, asOf: cache.changes() })
    expect(textOf(cache.find('/', 0))).toBe('suspended')
  })

  it('never grow beyond their number, the least used going first', () => {
    const cache = makePageCache()
    for (let n = 0; n < 2_000; n++) cache.keep(`/${n}`, { text: 'a', type, now: 0, asOf: 0 })
    cache.find('/0', 0)
    cache.keep('/one-more', { text: 'a', type, now: 0, asOf: 0 })

    expect(cache.find('/0', 0)).not.toBeNull()
    expect(cache.find('/1', 0)).toBeNull()
    expect(cache.find('/one-more', 0)).not.toBeNull()
  })

  it('are packed quickly when they are first sent, and well when they are asked for again', () => {
    const cache = makePageCache()
    const text = Array.from({ length: 300 }, (_, n) => `<li>agency ${(n * 7) % 11}</li>`).join('')
    const page = cache.keep('/', { text, type, now: 0, asOf: 0 })

    const [first, again, third] = [page.bytes('br'), page.bytes('br'), page.bytes('br')]
    expect(again.length).toBeLessThan(first.length)
    expect(third).toBe(again)
    for (const packed of [first, again]) expect(brotliDecompressSync(packed).toString()).toBe(text)
  })
})
