import { brotliDecompressSync, gunzipSync } from 'node:zlib'
import { describe, expect, it } from 'vitest'
import { type CachedPage, makePageCache } from './page-cache.ts'

const type = 'text/html'
/** Asked for twice, as a page that is worth keeping. */
function twice(cache: ReturnType<typeof makePageCache>, key: string, text: string): CachedPage {
  cache.keep(key, { text, type, now: 0, asOf: cache.changes() })
  return cache.keep(key, { text, type, now: 0, asOf: cache.changes() })
}
const textOf = (page: CachedPage | null) => page?.bytes('plain').toString()

describe('pages kept in memory', () => {
  it('come back the same in every encoding until their time is over', () => {
    const cache = makePageCache(60)
    twice(cache, '/', 'ទំព័រ')

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
    twice(cache, '/', 'a')
    expect(cache.find('/', 0)).not.toBeNull()
    cache.clear()
    expect(cache.find('/', 0)).toBeNull()
  })

  it('are not kept when public facts changed while they were drawn', () => {
    const cache = makePageCache()
    twice(cache, '/', 'licensed')
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
    for (let n = 0; n < 2_000; n++) twice(cache, `/${n}`, 'a')
    cache.find('/0', 0)
    twice(cache, '/one-more', 'a')

    expect(cache.find('/0', 0)).not.toBeNull()
    expect(cache.find('/1', 0)).toBeNull()
    expect(cache.find('/one-more', 0)).not.toBeNull()
  })

  it('are kept from the second time on, packed quickly first and then well', () => {
    const cache = makePageCache()
    const text = Array.from({ length: 300 }, (_, n) => `<li>agency ${(n * 7) % 11}</li>`).join('')
    const first = cache.keep('/', { text, type, now: 0, asOf: 0 })
    expect(cache.find('/', 0)).toBeNull()

    const second = cache.keep('/', { text, type, now: 0, asOf: 0 })
    expect(cache.find('/', 0)).toBe(second)
    expect(second.bytes('br').length).toBeLessThan(first.bytes('br').length)
    for (const page of [first, second]) expect(textOf(page)).toBe(text)
  })

  it('are not kept for questions that nobody asks twice, however many come', () => {
    const cache = makePageCache()
    for (let n = 0; n < 20_000; n++) cache.keep(`/?q=${n}`, { text: 'a', type, now: 0, asOf: 0 })

    expect(cache.find('/?q=19999', 0)).toBeNull()
    expect(textOf(twice(cache, `/?q=${'x'.repeat(400)}`, 'long'))).toBe('long')
    expect(cache.find(`/?q=${'x'.repeat(400)}`, 0)).toBeNull()
  })
})
