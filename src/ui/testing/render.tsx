import { draw, type Html } from '../../html/html.ts'
import type { Reader } from '../../kernel/reader.ts'
import { type Chrome, ChromeContext, ReaderContext } from '../reader.ts'

/** The whole document of a page, for this reader in this place. */
export function renderPage(page: Html, reader: Reader, chrome: Chrome): string {
  return `<!doctype html>${renderPart(page, reader, chrome)}`
}

/** A part of a page, such as a panel that is kept rendered. */
export function renderPart(part: Html, reader: Reader, chrome: Chrome): string {
  return draw(
    <ReaderContext.Provider value={reader}>
      <ChromeContext.Provider value={chrome}>{part}</ChromeContext.Provider>
    </ReaderContext.Provider>,
  )
}
