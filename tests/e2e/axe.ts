import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from '@playwright/test';

/** What on a page is closed to somebody, a line each, by all rules and with contrast at 7:1. */
export async function axe(page: Page): Promise<string[]> {
	const { violations } = await new AxeBuilder({ page })
		.options({ rules: { 'color-contrast-enhanced': { enabled: true } } })
		.analyze();
	return violations.flatMap(({ id, nodes }) =>
		nodes.map(
			({ html, failureSummary }) =>
				`${id}: ${html.slice(0, 160)} ${(failureSummary ?? '').split('\n')[1] ?? ''}`
		)
	);
}
