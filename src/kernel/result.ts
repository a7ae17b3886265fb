/** The outcome of a rule: either a value, or the reason it was refused. */
export type Result<T, R> = { readonly ok: true; readonly value: T } | Refusal<R>
export type Refusal<R> = { readonly ok: false; readonly refusal: R }

export const ok = <T>(value: T): Result<T, never> => ({ ok: true, value })
export const refuse = <R>(refusal: R): Refusal<R> => ({ ok: false, refusal })
