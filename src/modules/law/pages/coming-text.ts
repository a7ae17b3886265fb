import type { Reader } from '../../../kernel/reader.ts'
import type { Rule } from '../rules/rule.ts'
import { ruleValueText } from './value-text.ts'

/** "From 1 January 2027: 7 days". */
export const comingText = (reader: Reader, rule: Rule): string =>
  reader.t('law.coming.from', {
    day: rule.validFrom ? reader.day(rule.validFrom) : '',
    value: ruleValueText(reader, rule),
  })
