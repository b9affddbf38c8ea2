import { isOpen } from '../../src/lib/access/access.ts';
import type { AnyDocument } from '../../src/lib/access/contract.ts';
import { blocksOf, documentsOf } from '../../src/lib/documents/blocks.ts';
import type { TextOfBlock } from '../../src/lib/meeting/contract.ts';
import { house } from '../../src/lib/meeting/state.ts';
import { mayRead } from '../../src/lib/people/may.ts';
import { evolve } from '../../src/lib/meeting/evolve.ts';
import type { Written } from '../../src/lib/documents/woven.ts';
import type { Meeting } from '../../src/lib/meeting/state.ts';
import type { RoomData } from '../../src/lib/meeting/room.svelte.ts';
import { shown, type Viewer } from '../../src/lib/meeting/shown.ts';
import type { App } from '../app.ts';
import type { Principal } from '../auth/auth.ts';
import type { LiveRoom } from '../rooms/live-room.ts';
import { belongsTo, personIn, type Sender } from '../rooms/sender.ts';

export interface Visit {
	readonly room: LiveRoom;
	readonly viewer: Viewer;
}

export function senderOf({ account, person, kind, meeting }: Principal): Sender {
	return { account, person, wallOf: kind === 'wall' ? meeting : null };
}

/** The meeting as somebody who belongs to it; null alike for who does not and for a meeting that does not exist. */
export async function visit(app: App, principal: Principal | null, id: string): Promise<Visit | null> {
	const sender = principal && senderOf(principal);
	const room = sender && (await app.rooms.get(id));
	if (!room || !belongsTo(room.meeting, sender)) return null;
	return { room, viewer: { person: personIn(room.meeting, sender), device: sender.account } };
}

/** What a live page starts from: the state folded from what this viewer may see, and the texts named. */
export async function roomData(
	app: App,
	{ room, viewer }: Visit,
	documents: readonly AnyDocument[] = documentsOf(room.meeting)
): Promise<RoomData> {
	const { meeting, seq } = stateFor(room, viewer);
	const now = app.clock();
	if (viewer.person === null) {
		const isReading = isReadable(room, viewer, 'minutes');
		const texts = isReading ? byBlock(await app.publication.of(room)) : {};
		return {
			meeting,
			seq,
			now,
			person: null,
			screen: viewer.device,
			device: viewer.device,
			texts,
			textSeqs: {}
		};
	}
	const texts: Record<string, RoomData['texts'][string]> = {};
	const textSeqs: Record<string, number> = {};
	for (const name of documents) {
		const document = isReadable(room, viewer, name) ? await app.documents.open(room.id, name) : null;
		texts[name] = document?.whole() ?? {};
		// Asked for from its beginning when it can be read again.
		if (document || isOpen(name)) textSeqs[name] = document?.seq ?? 0;
	}
	return { meeting, seq, now, person: viewer.person, screen: null, device: viewer.device, texts, textSeqs };
}

function byBlock(blocks: readonly TextOfBlock[]): RoomData['texts'] {
	const texts: Record<string, Record<string, Written>> = {};
	for (const { document, block, text, facts } of blocks) (texts[document] ??= {})[block] = { text, facts };
	return texts;
}

export function stateFor(room: LiveRoom, viewer: Viewer): { meeting: Meeting; seq: number } {
	const events = room.since(0);
	let meeting: Meeting | null = null;
	for (const event of events) meeting = evolve(meeting, shown(event, viewer, room.meeting));
	// What a page never saw happen it need not take back: it asks for the whole log then.
	return { meeting: { ...(meeting ?? room.meeting), recent: null }, seq: events.length };
}

export function isReadable({ meeting }: LiveRoom, { person }: Viewer, document: AnyDocument): boolean {
	return mayRead(house(meeting), person, document);
}

/** By name, as `GET /api/v1/meetings/:id/state` gives them. */
export async function documentHeads(
	app: App,
	{ room, viewer }: Visit
): Promise<Record<string, { seq: number; sha256: string }>> {
	const heads: Record<string, { seq: number; sha256: string }> = {};
	for (const name of documentsOf(room.meeting)) {
		const document = isReadable(room, viewer, name) ? await app.documents.open(room.id, name) : null;
		if (document) heads[name] = { seq: document.seq, sha256: document.sha256(blocksOf(room.meeting, name)) };
	}
	return heads;
}
