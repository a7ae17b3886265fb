/** An address of this site and nothing else: where somebody may be sent after signing in. */
export function isLocalPath(text: string): boolean {
  // Browsers read "//host", "/\host" and "/<tab>/host" as another site.
  if (!/^\/(?![/\\])[\x21-\x7e]*$/.test(text) || text.includes('\\')) return false
  return new URL(text, 'http://here.invalid').host === 'here.invalid'
}

/** The page that was asked for, or the fallback; never the sign-in itself again. */
export function nextPath(text: unknown, fallback: string): string {
  if (typeof text !== 'string' || text.length > 2_000 || !isLocalPath(text)) return fallback
  return /^\/sign-(in|out)(?![\w-])/.test(text) ? fallback : text
}
