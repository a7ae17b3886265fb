import type { ErrorPages, Frame } from './platform/http/route.ts'
import { ChromeContext, ReaderContext } from './ui/reader.ts'

/** What the platform shows when something cannot be shown, drawn with the ui. */
export const errorPages: ErrorPages = {
  notFound: () => <p>404</p>,
  notAllowed: () => <p>403</p>,
  failed: (reference) => <p>{reference}</p>,
  slowDown: (seconds) => <p>{seconds}</p>,
  signInAgain: (kept, next) => <p>{`${kept} ${next}`}</p>,
  wrap: (body, frame: Frame) => (
    <ReaderContext.Provider value={frame.reader}>
      <ChromeContext.Provider value={frame}>{body}</ChromeContext.Provider>
    </ReaderContext.Provider>
  ),
}
