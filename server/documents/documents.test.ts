import { describe, expect, test, vi } from 'vitest';
import { AGENDA, Bare, makeAgenda, MEETING, stage, stock, stored, type } from './testing.ts';
import { ensureFact, appendParagraph } from './write.ts';

const until = <T>(check: () => T | Promise<T>) => vi.waitUntil(check, { timeout: 5_000, interval: 5 });

describe('writing together through the stock provider', () => {
	test('what one writes is on disk and everybody else has it', async () => {
		const room = await stage();
		await makeAgenda(room.log);
		const an = stock(room, 'an');
		const binh = stock(room, 'binh');
		await until(() => an.provider.synced && binh.provider.synced);
		type(an.doc, ' cuộc họp');
		await until(() => binh.doc.getXmlFragment('i1').toString() === '<paragraph>Mở đầu cuộc họp</paragraph>');
		const kept = await stored(room.log);
		expect(kept.getXmlFragment('i1').toString()).toBe('<paragraph>Mở đầu cuộc họp</paragraph>');
		await until(() => an.saved.at(-1)?.client === an.doc.clientID);
		expect(an.saved.at(-1)).toEqual({ frames: 2, client: an.doc.clientID, clock: ' cuộc họp'.length });
		const live = await room.documents.open(MEETING, 'agenda');
		expect(live?.text('i1')).toBe('Mở đầu cuộc họp');
	});

	test('a reservation writes for the server and shows nothing before its commit', async () => {
		const room = await stage();
		await makeAgenda(room.log);
		const an = await new Bare(room.port, 'an').join();
		const live = await room.documents.open(MEETING, 'agenda');
		const reservation = await live!.reserve();
		reservation.change('an', (doc) => {
			appendParagraph(doc, 'i2', 'Kết luận');
			ensureFact(doc, 'i2', 'vote', 'v1');
		});
		expect(reservation.draft.text('i2')).toBe('Kết luận');
		expect(live!.text('i2')).toBe('');
		await room.log.append([reservation.append!]);
		reservation.commit();
		expect(live!.text('i2')).toBe('Kết luận');
		await until(() => an.text('i2') === '<paragraph>Kết luận</paragraph><fact kind="vote" ref="v1"></fact>');
		expect((await room.log.document(AGENDA))?.batches.at(-1)?.parts[0]?.author).toBe('an');
	});
});
