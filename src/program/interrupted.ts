import { parentOf } from '../platform/processes.ts'
import { hasParent, wasStartedByUs } from './parent.ts'

/** Resolves at Ctrl-C, when the process is asked to end, or when the program that started it died. */
export function interrupted(): Promise<void> {
  return new Promise((resolve) => {
    let first = 0
    const ask = () => {
      first ||= Date.now()
      // Pressed again, it waits for nothing. (One press can arrive twice: from terminal and npm.)
      if (Date.now() - first > 1000 && !wasStartedByUs()) process.exit(130)
      resolve()
    }
    if (wasStartedByUs()) {
      // The parent decides; Ctrl-C in a terminal reaches all processes at once.
      process.on('SIGINT', () => {})
      process.on('SIGHUP', () => {})
      process.once('disconnect', resolve)
      if (!hasParent()) resolve()
    } else {
      process.on('SIGINT', ask)
      process.on('SIGHUP', ask)
      watchParent(resolve)
    }
    process.on('SIGTERM', ask)
  })
}

/** npm killed outright cannot pass anything on; its child would serve on, unseen. */
function watchParent(resolve: () => void): void {
  const { npm_lifecycle_event: fromNpm, BECOME_ENDS_WITH_PARENT: fromLauncher } = process.env
  if (!fromNpm && !fromLauncher) return
  // Between npm and this process stands a shell, which outlives npm.
  const ancestors = () => `${process.ppid} ${fromNpm ? parentOf(process.ppid) : ''}`
  const born = ancestors()
  setInterval(() => {
    if (ancestors() !== born) resolve()
  }, 500).unref()
}
