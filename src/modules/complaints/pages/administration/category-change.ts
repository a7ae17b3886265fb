import { changeCategory, mayChangeCategory } from '../../actions/change-category.ts'
import { type CategoryContent, categoryContent } from '../../rules/category-change.ts'
import { beginCategoryChange, namesOfCategory, readCategoryChange } from './category-form.ts'
import { categoryFields, categoryPreview } from './category-parts.tsx'

/** How a kind of complaint is changed: `src/change-kinds.ts` makes a kind of change of it. */
export const categoryChange = {
  content: categoryContent,
  subjectOf: ({ code }: CategoryContent) => code,
  namesOf: namesOfCategory,
  check: mayChangeCategory,
  carryOut: changeCategory,
  begin: beginCategoryChange,
  read: readCategoryChange,
  fields: categoryFields,
  preview: categoryPreview,
} as const
