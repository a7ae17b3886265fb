export { ActionList, type OfferedAction } from './components/action-list.tsx'
export { AnswerBlock } from './components/answer-block.tsx'
export { type Bar, BarChart } from './components/bar-chart.tsx'
export { BeforeAfter } from './components/before-after.tsx'
export { Button, LinkButton } from './components/button.tsx'
export { Checkboxes } from './components/checkboxes.tsx'
export type { Choice } from './components/choices.tsx'
export { ClockBar } from './components/clock-bar.tsx'
export { EmptyState } from './components/empty-state.tsx'
export { ErrorMessage } from './components/error-message.tsx'
export { ErrorSummary } from './components/error-summary.tsx'
export { Fieldset } from './components/fieldset.tsx'
export { FilterBar } from './components/filter-bar.tsx'
export { Input } from './components/input.tsx'
export { type Fact, KeyValue } from './components/key-value.tsx'
export { NotificationBanner } from './components/notification-banner.tsx'
export { Pagination } from './components/pagination.tsx'
export { Panel } from './components/panel.tsx'
export { Radios } from './components/radios.tsx'
export { type Option, Select } from './components/select.tsx'
export { Slip } from './components/slip.tsx'
export { StatusMark } from './components/status-mark.tsx'
export { StepProgress } from './components/step-progress.tsx'
export { SummaryList, type SummaryRow } from './components/summary-list.tsx'
export { type Cell, Table, WideTable } from './components/table.tsx'
export { Tag } from './components/tag.tsx'
export { Textarea } from './components/textarea.tsx'
export { Details, InsetText, WarningText } from './components/texts.tsx'
export { Timeline, type TimelineEntry, TimelineItem } from './components/timeline.tsx'
export { BackLink, Breadcrumbs } from './components/ways.tsx'
export {
  Worklist,
  type WorklistColumn,
  WorklistLine,
  type WorklistRow,
} from './components/worklist.tsx'
export type { Content, Tone } from './content.ts'
export {
  CheckboxesField,
  DateField,
  FileField,
  RadiosField,
  SelectField,
  TextareaField,
  TextField,
} from './forms/fields.tsx'
export { Form, FormErrors } from './forms/form.tsx'
export { emptyForm, type FormState, hasErrors } from './forms/form-state.ts'
export { Icon, type IconName } from './icons.tsx'
export { CitizenLayout } from './layouts/citizen-layout.tsx'
export { OfficerLayout } from './layouts/officer-layout.tsx'
export { SafeLayout } from './layouts/safe-layout.tsx'
export { type Chrome, ChromeContext, ReaderContext, useChrome, useReader } from './reader.ts'
export { StyleGuidePage } from './style-guide-page.tsx'
