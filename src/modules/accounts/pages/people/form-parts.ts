import type { Day } from '../../../../kernel/days.ts'
import { fields } from '../../../../platform/text/index.ts'

/** Why something about somebody is asked for, in the browser and by the API. */
export const reason = fields.lines({
  max: 1000,
  missing: 'people.reason.missing',
  tooLong: 'people.reason.long',
})

/** The last day that a role may begin or end. */
export const far = { day: '2100-12-31' as Day, message: 'form.day.wrong' }
