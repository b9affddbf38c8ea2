import { happened, refused, unreachable, type Act, type Decision, type Instant } from '../kernel/decider.ts';
import type { DocumentName } from '../access/contract.ts';
import type { Asked, Command, Event, Refusal, Slide } from './contract.ts';
import { type Wall, queue, known, type Queued, textOn } from './wall.ts';

export interface Facts extends Act {
	/** The committed batches of a text. */
	readonly textSeq: (document: DocumentName) => number;
	readonly blockExists: (document: DocumentName, block: string) => boolean;
}
const MINUTE = 60_000;

export function decide(wall: Wall, command: Command, facts: Facts): Decision<Event, Refusal> {
	switch (command.type) {
		case 'projection.show': {
			const slide = slideOf(command, facts.now);
			if (!slide) return refused('words-needed');
			return happened({ type: 'projection.shown', ...slide }, ...publishedWith(wall, slide, facts));
		}
		case 'wall.queue':
			return queue(wall, command);
		case 'wall.unqueue':
			return known(wall, command.slide)
				? happened({ type: 'wall.unqueued', slide: command.slide })
				: refused('unknown');
		case 'wall.move': {
			const { slide, before } = command;
			if (!known(wall, slide) || (before !== null && !known(wall, before)) || slide === before)
				return refused('unknown');
			return happened({ type: 'wall.moved', slide, before });
		}
		case 'wall.next': {
			const [first] = wall.queue;
			const slide = first && slideOf(first, facts.now);
			if (!slide) return refused('nothing-queued');
			return happened(
				{ type: 'projection.shown', ...slide, from: first.id },
				...publishedWith(wall, slide, facts)
			);
		}
		case 'wall.back': {
			const last = wall.history.at(-1);
			return last ? happened({ type: 'projection.shown', ...last, back: true }) : refused('nothing-before');
		}
		case 'wall.page':
			return happened({ type: 'wall.paged', page: command.page });
		case 'wall.size':
			return happened({ type: 'wall.sized', size: command.size });
		case 'wall.wording':
			return happened({
				type: 'wall.wording-chosen',
				wording: command.wording,
				seqs: {
					agenda: facts.textSeq('agenda'),
					minutes: facts.textSeq('minutes'),
					resolution: facts.textSeq('resolution')
				}
			});
		case 'text.publish': {
			const { document, block } = command;
			if (block !== null && !facts.blockExists(document, block)) return refused('unknown');
			return happened({ type: 'text.published', document, block, version: facts.textSeq(document) });
		}
		case 'wall.lead':
			return happened({ type: 'wall.led', screen: command.screen });
		case 'wall.pin': {
			const slide = command.slide && slideOf(command.slide, facts.now);
			if (command.slide && !slide) return refused('words-needed');
			return happened({ type: 'wall.pinned', screen: command.screen, slide });
		}
		default:
			return unreachable(command);
	}
}

/** Null for a message without words. A break's end is an instant, so that every screen counts to the same. */
function slideOf({ show, what, message, minutes }: Asked | Queued, now: Instant): Slide | null {
	if (show === 'message' && message === undefined) return null;
	return {
		show,
		...(what !== undefined && { what }),
		...(show === 'message' && { message }),
		...(show === 'break' && minutes !== undefined && { until: now + minutes * MINUTE })
	};
}

/** Where only what somebody publishes is shown, showing it by hand is publishing it (WA5). */
function publishedWith(wall: Wall, slide: Slide, facts: Facts): Event[] {
	const text = wall.wording === 'published' ? textOn(slide, facts.blockExists) : null;
	return text ? [{ type: 'text.published', ...text, version: facts.textSeq(text.document) }] : [];
}
