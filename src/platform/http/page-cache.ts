import { hash } from 'node:crypto'
import { brotliDecompressSync, gzipSync } from 'node:zlib'
import { packed } from './pack.ts'

export type CachedPage = {
  readonly etag: string
  readonly type: string
  readonly until: number
  /** About what it takes of the memory. */
  readonly size: number
  /** As it goes on the wire. */
  bytes(encoding: Encoding): Buffer
}
export type Encoding = 'br' | 'gzip' | 'plain'

const most = 2_000
const mostBytes = 32 * 1024 * 1024

/** Packed once, and kept only so: a tenth of its length. */
function makePage({ text, type, now }: Drawn, { seconds, quality }: Keeping): CachedPage {
  const plain = typeof text === 'string' ? Buffer.from(text) : text
  const brotli = packed(plain, quality)
  let gzip: Buffer | null = null
  return {
    etag: `"${hash('sha256', brotli, 'base64url').slice(0, 22)}"`,
    ...{ type, until: now + seconds * 1000, size: 3 * brotli.length + 1_000 },
    bytes(encoding) {
      if (encoding === 'br') return brotli
      if (encoding === 'plain') return brotliDecompressSync(brotli)
      gzip ??= gzipSync(brotliDecompressSync(brotli))
      return gzip
    },
  }
}
type Keeping = { readonly seconds: number; readonly quality: number }

const mostKnocks = 4_000
const longestKnock = 300

/**
 * Says whether this address was asked for before, not long ago. Most questions are asked once: to
 * keep their answers would only push out those that many ask for.
 */
function makeKnocks(): (address: string) => boolean {
  let young = new Set<string>()
  let old = new Set<string>()
  return (address) => {
    if (address.length > longestKnock) return false
    if (young.has(address)) return true
    young.add(address)
    const known = old.has(address)
    if (young.size >= mostKnocks) [old, young] = [young, new Set()]
    return known
  }
}

type Drawn = {
  /** Read at once: the bytes may be written over afterwards. */
  readonly text: string | Buffer
  readonly type: string
  readonly now: number
  /** What `changes` said before its facts were read. */
  readonly asOf: number
}

/**
 * Public pages as bytes, by address, from the second time on that they are asked for. Emptied
 * whenever public facts change; least used go first.
 */
export function makePageCache(seconds = 60) {
  const knock = makeKnocks()
  const pages = new Map<string, CachedPage>()
  let bytes = 0
  let changes = 0
  const drop = (key: string, page: CachedPage) => {
    pages.delete(key)
    bytes -= page.size
  }
  return {
    find(key: string, now: number): CachedPage | null {
      const page = pages.get(key)
      if (!page) return null
      if (page.until < now) {
        drop(key, page)
        return null
      }
      pages.delete(key)
      pages.set(key, page)
      return page
    },
    /** How often public facts have changed: to be asked before the facts of a page are read. */
    changes: (): number => changes,
    /** What is sent once is packed quickly. If its facts changed meanwhile it is not kept either. */
    keep(key: string, page: Drawn): CachedPage {
      if (!knock(key) || page.asOf !== changes) return makePage(page, { seconds, quality: 0 })
      const made = makePage(page, { seconds, quality: 5 })
      const old = pages.get(key)
      if (old) drop(key, old)
      pages.set(key, made)
      bytes += made.size
      for (const [oldest, entry] of pages) {
        if (pages.size <= most && bytes <= mostBytes) break
        drop(oldest, entry)
      }
      return made
    },
    clear() {
      changes += 1
      pages.clear()
      bytes = 0
    },
  }
}
export type PageCache = ReturnType<typeof makePageCache>
