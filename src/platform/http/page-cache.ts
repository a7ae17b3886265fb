import { hash } from 'node:crypto'
import { brotliCompressSync, brotliDecompressSync, constants, gzipSync } from 'node:zlib'

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

/**
 * Many pages are asked for once: packed quickly then, and well when they are asked for again. Only
 * the packed page is kept, a tenth of its length.
 */
function makePage({ text, type }: Pick<Drawn, 'text' | 'type'>, until: number): CachedPage {
  let packed = pack(text, 1)
  let asked = 0
  let gzip: Buffer | null = null
  const plain = () => brotliDecompressSync(packed)
  const brotli = () => {
    asked += 1
    if (asked === 2) packed = pack(plain(), 5)
    return packed
  }
  return {
    etag: `"${hash('sha256', text, 'base64url').slice(0, 22)}"`,
    ...{ type, until, size: 3 * packed.length + 1_000 },
    bytes(encoding) {
      if (encoding === 'br') return brotli()
      if (encoding === 'plain') return plain()
      gzip ??= gzipSync(plain())
      return gzip
    },
  }
}

/** Copied, because the packer leaves it in a room of sixteen thousand bytes. */
const pack = (text: string | Buffer, quality: number): Buffer =>
  Buffer.from(brotliCompressSync(text, { params: { [constants.BROTLI_PARAM_QUALITY]: quality } }))

type Drawn = {
  readonly text: string | Buffer
  readonly type: string
  readonly now: number
  /** What `changes` said before its facts were read. */
  readonly asOf: number
}

/** Public pages as bytes, by address. Emptied whenever public facts change; least used go first. */
export function makePageCache(seconds = 60) {
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
    /** A page whose facts changed while it was drawn is sent and not kept. */
    keep(key: string, page: Drawn): CachedPage {
      const made = makePage(page, page.now + seconds * 1000)
      if (page.asOf !== changes) return made
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
