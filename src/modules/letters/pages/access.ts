import { letterWriters } from '../rules/lifecycle.ts'

/** Whoever writes letters, reads the registers and signs. */
export const letterReaders = letterWriters
