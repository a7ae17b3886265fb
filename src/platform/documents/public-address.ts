let address = 'http://127.0.0.1:8080'

/** Told once when the program starts: what is printed has to name the whole address. */
export function printPublicAddress(url: string): void {
  address = url.replace(/\/$/, '')
}

/**
 * An address for a QR code. Capitals make the smallest code, which a poor copy still shows: hosts
 * do not tell letters apart, and these paths exist in capitals too.
 */
export const shortAddress = (path: '/V' | '/F', code: string): string =>
  `${address}${path}/${code}`.toUpperCase()

/** The same to read and to type. */
export const typedAddress = (path: string, code?: string): string =>
  `${address.replace(/^https?:\/\//, '')}${path}${code === undefined ? '' : `/${code}`}`

/** A whole address, in small letters: for what is not printed in capitals. */
export const publicAddress = (path: string): string => `${address}${path}`
