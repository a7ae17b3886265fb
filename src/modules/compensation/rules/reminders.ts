export const reminderSteps = ['reminded', 'escalated'] as const
export type ReminderStep = (typeof reminderSteps)[number]

/** What is done about a due that is so many days late; nothing by a rule that nobody knows. */
export const stepsOf = (
  late: number,
  terms: Readonly<Record<ReminderStep, number | null>>,
): ReminderStep[] =>
  reminderSteps.filter((step) => {
    const days = terms[step]
    return days !== null && late >= days
  })
