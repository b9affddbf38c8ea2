import type { Page } from '@playwright/test';
import { axe } from './axe.ts';
import { unzipSync } from 'fflate';
import { end } from './room.ts';
import { beyond, DESKTOP, expect, HALL, PHONE, picture, test } from './support.ts';

/* J7: the next meeting from the last one, in six taps and a date at most; and what is due in the members' handbook app. */

test.setTimeout(180_000);

/** One red dot. */
const PNG = Buffer.from(
	'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mP8z8BQDwAEhQGAhKmMIQAAAABJRU5ErkJggg==',
	'base64'
);

async function judged(page: Page): Promise<void> {
	expect(await axe(page)).toEqual([]);
	expect(await beyond(page)).toBeLessThanOrEqual(0);
}

test('what came of the meeting is noted as uploaded with its proof, and next month’s is made from it in three taps', async ({
	open,
	product,
	expected
}) => {
	// What is refused on purpose.
	expected.push(/status of 400/);
	const { meeting, sessions } = await product.seed();
	const desk = await open({ session: sessions.secretary, size: DESKTOP });
	await desk.goto(`/meetings/${meeting}/desk`);
	await end(desk);

	const phone = await open({ session: sessions.secretary, size: PHONE });
	await phone.goto('/');
	await test.step('one tap for the handbook app, its proof later', async () => {
		await expect(phone.getByText(/Sổ tay đảng viên điện tử: đăng kết quả/).first()).toBeVisible();
		await judged(phone);
		await picture(phone, 'handbook-due');
		await phone.getByRole('button', { name: 'Đã đăng kết quả' }).click();
		await expect(phone.getByRole('button', { name: 'Đã đăng kết quả' })).toHaveCount(0);
		await desk.goto(`/records/${meeting}`);
		await expect(desk.getByText(/Kết quả sau cuộc họp\. Lúc/)).toBeVisible();
		await judged(desk);
		await picture(desk, 'handbook-record');
		await desk.goto(`/meetings/${meeting}/handbook`);
		await judged(desk);
		const proof = desk.getByRole('region', { name: 'Kết quả sau cuộc họp' });
		await proof.getByRole('button', { name: 'Lưu minh chứng' }).click();
		await expect(proof.getByText('Cần ghi số, mã hoặc chọn một tệp.')).toBeVisible();
		const file = proof.getByLabel('Ảnh chụp màn hình hoặc PDF, nhiều nhất 5 MB');
		await file.setInputFiles({ name: 'a.png', mimeType: 'image/png', buffer: Buffer.from('<script>') });
		await proof.getByRole('button', { name: 'Lưu minh chứng' }).click();
		await expect(proof.getByText(/^⚠ Tệp cần là ảnh/)).toBeVisible();
		const large = {
			name: 'lon.pdf',
			mimeType: 'application/pdf',
			buffer: Buffer.alloc(6_000_000, '%PDF-1.4 ')
		};
		await file.setInputFiles(large);
		await expect(proof.getByText('lon.pdf')).toBeVisible();
		await expect(proof.getByText(/^⚠ Tệp cần là ảnh/)).toBeVisible();
		await picture(desk, 'handbook-too-large');
		await proof.getByLabel('Số hoặc mã trên ứng dụng').fill('ST-2026-11');
		await file.setInputFiles({ name: 'man hinh.png', mimeType: 'image/png', buffer: PNG });
		await proof.getByRole('button', { name: 'Lưu minh chứng' }).click();
		await expect(proof.getByText(/ST-2026-11/)).toBeVisible();
		const link = proof.getByRole('link', { name: 'Xem tệp man hinh.png' });
		const answer = await desk.request.get((await link.getAttribute('href')) ?? '');
		expect(Buffer.from(await answer.body()).equals(PNG)).toBe(true);
		expect(answer.headers()['content-disposition']).toContain('attachment');
		await judged(desk);
		await picture(desk, 'handbook-proof');
		const zip = await (await desk.request.get(`/api/v1/records/${meeting}/dossier.zip`)).body();
		const names = Object.keys(unzipSync(new Uint8Array(zip)));
		expect(names).toEqual(expect.arrayContaining(['so-tay-dang-vien-dien-tu.txt', 'minh-chung-1.png']));
		await proof.getByText('Ghi nhầm, rút lại').click();
		await proof.getByLabel('Lý do').fill('Nhầm cuộc họp');
		await proof.getByRole('button', { name: 'Rút lại' }).click();
		await expect(proof.getByText('Chưa đăng')).toBeVisible();
		await desk.setViewportSize(HALL);
		await picture(desk, 'handbook-proof');
		// Members read the record, and neither mark nor see proofs.
		const member = await open({ session: sessions.members[10] ?? '' });
		expect((await member.request.get(`/meetings/${meeting}/handbook`)).status()).toBe(404);
	});

	let taps = 0;
	const tap = async (name: string, role: 'link' | 'button' | 'radio') => {
		taps += 1;
		await phone.getByRole(role, { name, exact: true }).click();
	};
	await tap('Cuộc họp mới từ cuộc họp trước', 'link');
	await expect(phone.getByText(/nhiệm vụ cần kiểm điểm|Không còn nhiệm vụ/)).toBeVisible();
	await judged(phone);
	await picture(phone, 'next-meeting');
	await phone.setViewportSize(DESKTOP);
	await picture(phone, 'next-meeting');
	await phone.setViewportSize(PHONE);
	await phone.getByLabel('Ngày họp').fill('03/02/2099');
	await tap('Sinh hoạt chuyên đề', 'radio');
	await phone.getByLabel('Chuyên đề', { exact: true }).fill('Chuyển đổi số trong sinh hoạt chi bộ');
	await judged(phone);
	await picture(phone, 'next-meeting-thematic');
	await tap('Tạo và chuẩn bị chương trình', 'button');
	await expect(phone).toHaveURL(/\/meetings\/.+\/prepare$/);
	await expect(phone.getByText('Chuyển đổi số trong sinh hoạt chi bộ')).toBeVisible();
	expect(taps).toBeLessThanOrEqual(6);
});
