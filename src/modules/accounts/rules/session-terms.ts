/** A session ends an hour after its last request, and twelve hours after it began at the latest. */
export const sessionTerms = { idleMinutes: 60, mostHours: 12 } as const

/** Between the password and the code. */
export const codeTerms = { minutes: 10, attempts: 5 } as const

/** How long a browser is remembered as one from which somebody signed in before. */
export const deviceDays = 365

export const minutesLater = (at: Date, minutes: number): Date =>
  new Date(at.getTime() + minutes * 60_000)

export const sessionEnd = (now: Date): Date => minutesLater(now, sessionTerms.mostHours * 60)
