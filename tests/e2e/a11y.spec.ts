import type { Page } from '@playwright/test';
import type { Demo } from '../../server/demo/demo.ts';
import { end } from './room.ts';
import { axe } from './axe.ts';
import { beyond, DESKTOP, expect, HALL, PHONE, picture, test } from './support.ts';

/* Every page that people meet, in both languages and at three sizes: axe finds nothing, and contrast is 7:1. */

const LOCALES = ['vi', 'en'] as const;
const SIZES = [PHONE, DESKTOP, HALL];

interface Surface {
	readonly name: string;
	readonly session?: keyof Demo['sessions'];
	readonly path: (demo: Demo) => string;
	/** What must stand there before anything is judged. */
	readonly ready: (page: Page) => Promise<void>;
}

const heading = (page: Page) => expect(page.getByRole('heading', { level: 1 })).toBeVisible();
const editor = (page: Page) => expect(page.locator('[contenteditable=true]').first()).toBeVisible();
const online = (page: Page) => expect(page.locator('[data-link=online]')).toBeVisible();

const SURFACES: readonly Surface[] = [
	{ name: 'welcome', path: () => '/', ready: heading },
	{ name: 'sign-in', path: () => '/signin', ready: heading },
	{ name: 'join-code', path: () => '/join', ready: heading },
	{ name: 'home', session: 'secretary', path: () => '/', ready: heading },
	{ name: 'phone', session: 'members', path: (demo) => `/meetings/${demo.meeting}/phone`, ready: heading },
	{
		name: 'desk',
		session: 'secretary',
		path: (demo) => `/meetings/${demo.meeting}/desk`,
		ready: async (page) => (await online(page), await editor(page))
	},
	{
		name: 'observe',
		session: 'observer',
		path: (demo) => `/meetings/${demo.meeting}/observe`,
		ready: online
	},
	{
		name: 'write',
		session: 'members',
		path: (demo) => `/meetings/${demo.meeting}/write/resolution`,
		ready: editor
	},
	{
		name: 'wall',
		session: 'wall',
		path: (demo) => `/meetings/${demo.meeting}/wall`,
		ready: (page) => expect(page.getByRole('img')).toBeVisible()
	},
	{ name: 'wall-pairing', path: () => '/wall', ready: heading }
];

async function judged(page: Page, where: string): Promise<string[]> {
	return (await axe(page)).map((found) => `${where}: ${found}`);
}

async function judgedAtAllSizes(page: Page, name: string): Promise<string[]> {
	const found: string[] = [];
	for (const size of SIZES) {
		await page.setViewportSize(size);
		found.push(...(await judged(page, `${name} ${size.width}`)));
		const wide = await beyond(page);
		if (wide > 0) found.push(`${name} ${size.width}: ${wide} px wider than the screen`);
		await picture(page, `a11y-${name}`);
	}
	return found;
}

function sessionOf({ sessions }: Demo, name: Surface['session']): string | undefined {
	const session = name === undefined ? undefined : sessions[name];
	return typeof session === 'string' ? session : session?.[5];
}

for (const locale of LOCALES) {
	for (const { name, session, path, ready } of SURFACES) {
		test(`${name} in ${locale} is open to everybody`, async ({ open, demo }) => {
			const page = await open({ session: sessionOf(demo, session), locale });
			await page.goto(path(demo));
			await ready(page);
			expect(await page.locator('html').getAttribute('lang')).toBe(locale);
			expect(await judgedAtAllSizes(page, `${name}-${locale}`)).toEqual([]);
		});
	}

	test(`the list of names in ${locale} is open to everybody`, async ({ open, demo }) => {
		const wall = await open({ session: demo.sessions.wall, size: HALL });
		await wall.goto(`/meetings/${demo.meeting}/wall`);
		const digits = (await wall.getByText(/^\d{4} \d{4}$/).textContent()) ?? '';
		const page = await open({ locale });
		await page.goto('/join');
		await page.getByRole('textbox').fill(digits);
		await expect(page.getByRole('searchbox')).toBeVisible();
		expect(await judgedAtAllSizes(page, `join-${locale}`)).toEqual([]);
	});
}

test('the preparation is open to everybody in both languages', async ({ open, demo }) => {
	const page = await open({ session: demo.sessions.secretary });
	await planned(page);
	expect(await judgedInBoth(page, 'prepare')).toEqual([]);
});

test('the record is open to everybody in both languages', async ({ open, product }) => {
	const { meeting, sessions } = await product.seed();
	const page = await open({ session: sessions.secretary });
	await page.goto(`/meetings/${meeting}/desk`);
	await end(page);
	await page.goto(`/records/${meeting}`);
	expect(await judgedInBoth(page, 'record')).toEqual([]);
});

async function judgedInBoth(page: Page, name: string): Promise<string[]> {
	const found: string[] = [];
	for (const locale of LOCALES) {
		await page.setViewportSize(DESKTOP);
		await speaking(page, locale);
		await expect(page.locator('html')).toHaveAttribute('lang', locale);
		await heading(page);
		found.push(...(await judgedAtAllSizes(page, `${name}-${locale}`)));
	}
	return found;
}

async function planned(page: Page): Promise<void> {
	await page.goto('/');
	await page.getByRole('link', { name: 'Tạo cuộc họp' }).click();
	await page.getByRole('button', { name: 'Tạo và chuẩn bị chương trình' }).click();
	await expect(page.getByRole('heading', { name: 'Chuẩn bị cuộc họp' })).toBeVisible();
}

async function speaking(page: Page, locale: string): Promise<void> {
	await page.context().addCookies([{ name: 'locale', value: locale, url: page.url() }]);
	await page.reload();
}

test("the console's dialogs are open to everybody", async ({ open, demo }) => {
	const page = await open({ session: demo.sessions.secretary });
	await page.goto(`/meetings/${demo.meeting}/desk`);
	await online(page);
	const found: string[] = [];
	for (const name of ['Màn hình lớn', 'Quyền soạn', 'Phân công', 'Khác']) {
		await page.getByRole('button', { name, exact: true }).click();
		await expect(page.getByRole('dialog')).toBeVisible();
		found.push(...(await judged(page, name)));
		await picture(page, `dialog-${name}`);
		await page.keyboard.press('Escape');
		await expect(page.getByRole('dialog')).toBeHidden();
	}
	for (const name of ['Điểm danh', 'Vào họp', 'Góp ý', 'Đề nghị sửa', 'Nhiệm vụ', 'Biểu quyết']) {
		await page.getByRole('tab', { name: new RegExp(`^${name}`) }).click();
		found.push(...(await judged(page, name)));
		await picture(page, `panel-${name}`);
	}
	expect(found).toEqual([]);
});
