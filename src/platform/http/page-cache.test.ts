import { brotliDecompressSync, gunzipSync } from 'node:zlib'
import { describe, expect, it } from 'vitest'
import { makePageCache } from './page-cache.ts'

const type = 'text/html'

describe('pages kept in memory', () => {
  it('come back the same in every encoding until their time is over', () => {
    const cache = makePageCache(60)
    cache.keep('/', { text: 'ទំព័រ', type, now: 0, asOf: 0 })

    const found = cache.find('/', 60_000)
    expect(found?.plain.toString()).toBe('ទំព័រ')
    expect(gunzipSync(found?.gzip ?? '').toString()).toBe('ទំព័រ')
    expect(brotliDecompressSync(found?.brotli ?? '').toString()).toBe('ទំព័រ')
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
    expect(sent.plain.toString()).toBe('licensed')
    expect(cache.find('/', 0)).toBeNull()

    cache.keep('/', { text: 'suspended', type, now: 0, asOf: cache.changes() })
    expect(cache.find('/', 0)?.plain.toString()).toBe('suspended')
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
})
