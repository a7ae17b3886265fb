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
const mostBytes = 64 * 1024 * 1024

/** Public pages as bytes, by address. Emptied whenever public facts change; least used go first. */
export function makePageCache(seconds = 60) {
  const pages = new Map<string, CachedPage>()
  let bytes = 0
  const sizeOf = (page: CachedPage) => page.plain.length + page.gzip.length + page.brotli.length
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
    keep(
      key: string,
      { text, type, now }: { text: string; type: string; now: number },
    ): CachedPage {
      const plain = Buffer.from(text, 'utf8')
      const page: CachedPage = {
        etag: `"${createHash('sha256').update(plain).digest('base64url').slice(0, 22)}"`,
        type,
        plain,
        gzip: gzipSync(plain),
        brotli: brotliCompressSync(plain, { params: { [constants.BROTLI_PARAM_QUALITY]: 4 } }),
        until: now + seconds * 1000,
      }
      const old = pages.get(key)
      if (old) drop(key, old)
      pages.set(key, page)
      bytes += sizeOf(page)
      for (const [oldest, entry] of pages) {
        if (pages.size <= most && bytes <= mostBytes) break
        drop(oldest, entry)
      }
      return page
    },
    clear() {
      pages.clear()
      bytes = 0
    },
  }
}
export type PageCache = ReturnType<typeof makePageCache>
