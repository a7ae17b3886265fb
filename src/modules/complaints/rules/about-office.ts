/** Kinds of complaint that are about an official or an office, whoever the respondent is. */
const aboutOffice: readonly string[] = ['official_misconduct']

/** Such a complaint is hidden from the moment on which it comes in. */
export const isAboutOffice = (categories: readonly string[]): boolean =>
  categories.some((code) => aboutOffice.includes(code))
