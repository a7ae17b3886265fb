const login = /^[a-z0-9][a-z0-9._-]{0,63}$/

/** A name as it is kept: small letters, as typed otherwise. */
export const normaliseLogin = (typed: string): string =>
  typed.normalize('NFKC').trim().toLowerCase()

/** Only such a name can belong to an account. */
export const isLogin = (text: string): boolean => login.test(text)
