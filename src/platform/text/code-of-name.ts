/** A code out of an English name: "Phone taken away" is phone_taken_away. Empty where it has no letter. */
export const codeOfName = (name: string): string =>
  name
    .toLowerCase()
    .replace(/[^a-z]+/g, '_')
    .replace(/^_+|_+$/g, '')
