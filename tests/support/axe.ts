import { AxeBuilder } from '@axe-core/playwright'
import type { Page } from 'playwright-core'

/** WCAG 2.2 A and AA, as axe can see it: each fault with the first element that has it. */
export async function faultsOf(page: Page): Promise<string[]> {
  const { violations } = await new AxeBuilder({ page })
    .withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'])
    // No page of ours has frames; else each look opens a second page for what it found in them.
    .setLegacyMode()
    .analyze()
  return violations.map(({ id, help, nodes }) => `${id}: ${help} (${nodes[0]?.html.slice(0, 160)})`)
}

/** By how many pixels a page is wider than its screen: nobody should have to push it sideways. */
export async function overflowOf(page: Page): Promise<number> {
  const box = await page.locator('html').evaluate((html) => html.scrollWidth)
  return Math.max(0, box - (page.viewportSize()?.width ?? 0))
}
