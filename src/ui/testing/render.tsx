import type { VNode } from 'preact'
import { renderToString } from 'preact-render-to-string'
import type { Reader } from '../../kernel/reader.ts'
import { type Chrome, ChromeContext, ReaderContext } from '../reader.ts'

/** The whole document of a page, for this reader in this place. */
export function renderPage(page: VNode, reader: Reader, chrome: Chrome): string {
  return `<!doctype html>${renderPart(page, reader, chrome)}`
}

/** A part of a page, such as a panel that is kept rendered. */
export function renderPart(part: VNode, reader: Reader, chrome: Chrome): string {
  return renderToString(
    <ReaderContext.Provider value={reader}>
      <ChromeContext.Provider value={chrome}>{part}</ChromeContext.Provider>
    </ReaderContext.Provider>,
  )
}
