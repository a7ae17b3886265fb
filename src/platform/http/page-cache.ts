import { createHash } from 'node:crypto'
import { brotliCompressSync, constants, gzipSync } from 'node:zlib'

export type CachedPage = {
  readonly etag: string
  readonly type: string
  readonly plain: Buffer
  readonly gzip: Buffer
  readonly brotli: Buffer
  readonly until: number
}

const most = 2_000
const mostBytes = 32 * 1024 * 1024

/** Twice its length: HTML packs to far less than its own size in both encodings together. */
const sizeOf = (page: CachedPage): number => 2 * page.plain.length

/** Packed when somebody first takes it so: many pages are asked for once, in one encoding. */
function makePage({ text, type }: Pick<Drawn, 'text' | 'type'>, until: number): CachedPage {
  const plain = typeof text === 'string' ? Buffer.from(text, 'utf8') : text
  let gzip: Buffer | null = null
  let brotli: Buffer | null = null
  return {
    etag: `"${createHash('sha256').update(plain).digest('base64url').slice(0, 22)}"`,
    ...{ type, plain, until },
    get gzip() {
      gzip ??= gzipSync(plain)
      return gzip
    },
    get brotli() {
      brotli ??= brotliCompressSync(plain, { params: { [constants.BROTLI_PARAM_QUALITY]: 4 } })
      return brotli
    },
  }
}

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
    bytes -= sizeOf(page)
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
      bytes += sizeOf(made)
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
