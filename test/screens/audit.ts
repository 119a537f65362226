import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import type axe from 'axe-core';
import type { Page } from 'puppeteer-core';

/** WCAG 2.2 AA. */
const TAGS: readonly string[] = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'];

/**
 * What axe finds wrong with the gallery's elements, place by place. What it finds is looked at again in the middle of its
 * box: a target at the edge of what scrolls is half hidden there, and is not for whoever scrolls.
 */
export const audit = async (page: Page): Promise<string[]> => {
  await page.evaluate(await readFile(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8'));
  return page.evaluate(async (tags) => {
    const { run } = (globalThis as unknown as { axe: typeof axe }).axe;
    const { violations } = await run('#gallery', { runOnly: [...tags], resultTypes: ['violations'] });
    const found: string[] = [];
    for (const { id, nodes } of violations) {
      for (const { target } of nodes) {
        const path = target.flat();
        let root: Document | ShadowRoot = document;
        for (const selector of path) {
          const element: Element | null = root.querySelector(selector);
          element?.scrollIntoView({ block: 'center', behavior: 'instant' });
          root = element?.shadowRoot ?? root;
        }
        const again = await run(
          { fromShadowDom: path as [string, string] },
          { runOnly: { type: 'rule', values: [id] } },
        );
        for (const { nodes: rest } of again.violations) {
          found.push(...rest.map(({ failureSummary = '' }) => `${id}: ${path.join(' › ')}: ${failureSummary}`));
        }
      }
    }
    return found;
  }, TAGS);
};
