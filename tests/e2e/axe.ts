import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from '@playwright/test';

/** What on a page is closed to somebody, a line each, by all rules and with contrast at 7:1. */
export async function axe(page: Page): Promise<string[]> {
	// In the page itself, which has no frames: else each look would open and close one more page beside it.
	const { violations } = await new AxeBuilder({ page })
		.options({ rules: { 'color-contrast-enhanced': { enabled: true } }, resultTypes: ['violations'] })
		.setLegacyMode()
		.analyze();
	return violations.flatMap(({ id, nodes }) =>
		nodes.map(
			({ html, failureSummary }) =>
				`${id}: ${html.slice(0, 160)} ${(failureSummary ?? '').split('\n')[1] ?? ''}`
		)
	);
}
