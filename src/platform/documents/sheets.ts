import type { Lang } from '../../kernel/reader.ts'

/** What leads from the paper to its page: drawn code, the code in letters, and what to do with it. */
export type VerifyMark = { readonly qr: string; readonly code: string; readonly text: string }

/** A letter as it is printed: every word is given, the form adds none. */
export type LetterSheet = {
  readonly lang: Lang
  readonly title: string
  readonly motto: readonly [string, string]
  readonly ministry: string
  readonly office: string | null
  /** "លេខ ០០១/២៦", or with dots while there is none. */
  readonly number: string
  /** To whom, about what, with reference to what. */
  readonly lines: readonly { readonly label: string; readonly text: string }[]
  readonly paragraphs: readonly string[]
  /** Boxes for thumbprints below the text, each with what stands under it. */
  readonly thumbprints: readonly string[]
  /** The lunar line above, place and date below it. */
  readonly dates: readonly string[]
  readonly signer: { readonly position: string; readonly name: string | null }
  readonly verify: VerifyMark | null
  /** Across the page of what is not signed yet or not in force any more. */
  readonly stamp: string | null
}

/** A small paper to hand over: a few lines, and what they mean. */
export type SlipSheet = {
  readonly lang: Lang
  readonly title: string
  readonly motto: readonly [string, string]
  readonly ministry: string
  readonly lines: readonly {
    readonly label: string
    readonly text: string
    readonly large: boolean
  }[]
  readonly paragraphs: readonly string[]
  readonly verify: VerifyMark
}

export type FormQuestion = {
  readonly label: string
  readonly hint: string | null
  readonly kind: 'lines' | 'choices'
  /** Lines to write on. */
  readonly lines: number
  readonly choices: readonly string[]
  /** In how many columns the choices stand. */
  readonly columns: number
}
export type FormSection = {
  readonly title: string
  readonly note: string | null
  readonly questions: readonly FormQuestion[]
}

/** A form to fill in by hand, once for each number. */
export type FormSheet = {
  readonly lang: Lang
  readonly title: string
  readonly motto: readonly [string, string]
  readonly ministry: string
  readonly intro: readonly string[]
  readonly sections: readonly FormSection[]
  readonly numberLabel: string
  readonly pageLabel: string
  readonly copies: readonly { readonly number: string; readonly qr: string }[]
}

/** A list of those who are paid on a day: a row each, with room for thumbprint and photo. */
export type PayOutSheet = {
  readonly lang: Lang
  readonly title: string
  readonly motto: readonly [string, string]
  readonly ministry: string
  readonly office: string | null
  readonly number: string
  readonly lines: readonly { readonly label: string; readonly text: string }[]
  readonly intro: readonly string[]
  /** Heads of the five columns. */
  readonly columns: readonly [string, string, string, string, string]
  readonly rows: readonly {
    readonly position: string
    readonly reference: string
    readonly name: string | null
    readonly sums: readonly string[]
  }[]
  readonly totals: readonly string[]
  readonly signers: readonly string[]
  readonly pageLabel: string
}

/** For a wall: a list that is right on its day, what it means, and where to look it up. */
export type PosterSheet = {
  readonly lang: Lang
  readonly title: string
  readonly motto: readonly [string, string]
  readonly ministry: string
  readonly asOf: string
  readonly warning: string
  readonly changes: string
  readonly call: string
  /** Said instead of an empty list. */
  readonly none: string | null
  readonly page: string
  readonly head: readonly string[]
  readonly rows: readonly {
    readonly name: string
    readonly latin: string | null
    readonly cells: readonly string[]
  }[]
  readonly qr: string
}
