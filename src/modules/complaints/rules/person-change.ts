import type { ConsentWay } from './case-tasks.ts'
import type { Joining, Leaving, Sex, Situation } from './person.ts'

/** What an officer says of one person or of many at once. */
export type PersonChange =
  | { readonly what: 'situation'; readonly situation: Situation }
  | { readonly what: 'sex'; readonly sex: Sex | null }
  | { readonly what: 'minor'; readonly minor: boolean | null }
  | { readonly what: 'joins'; readonly joins: Joining; readonly how: ConsentWay }
  | { readonly what: 'name-shown'; readonly shown: boolean; readonly how: ConsentWay }
  | { readonly what: 'left'; readonly why: Leaving }
  | { readonly what: 'back' }
