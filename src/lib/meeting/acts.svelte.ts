/** What a page's buttons do: ask the rules in advance, send, and say what became of it. */
import { createContext } from 'svelte';
import { fetchWords } from '../i18n/later.ts';
import { refusalSentence, type Words } from '../i18n/words.ts';
import { judged } from '../people/permit.ts';
import type { Announcer } from '../ui/announcer.svelte.ts';
import type { Command } from './contract.ts';
import { house } from './state.ts';
import type { Room } from './room.svelte.ts';

/** What the second press of a double click must not do again, because by then the button names the next one. */
const ONE_AT_A_TIME: readonly Command['type'][] = [
	'item.start',
	'floor.grant',
	'floor.end',
	'meeting.open',
	'floor.extend'
];
const DOUBLE_CLICK_MS = 700;

export class Acts {
	readonly #room: Room;
	readonly #words: Words;
	readonly #announcer: Announcer;
	/** What is on its way; the second tap of a double one asks for the same under another id. */
	#sent: readonly string[] = [];
	#last: { readonly type: Command['type']; readonly at: number } | null = null;
	#refusal = $state('');

	constructor(room: Room, words: Words, announcer: Announcer) {
		this.#room = room;
		this.#words = words;
		this.#announcer = announcer;
	}

	/** Why the last command was not done; empty when it was. */
	get refusal(): string {
		return this.#refusal;
	}

	would(command: Command): boolean {
		return this.#room.would(command);
	}

	/** Whether the office is right, whatever the rest of the command will be: what a form asks before it opens. */
	may(type: Command['type'], onBehalfOf?: string): boolean {
		const { person, meeting } = this.#room;
		if (person === null) return false;
		const permit = this.#room.permit(type);
		return permit !== null && judged(permit, house(meeting), person, onBehalfOf) === null;
	}

	/** @param said  what is read out when it was done, for who cannot see the change */
	async do(command: Command, said = ''): Promise<boolean> {
		if (this.#isDoubleClick(command.type)) return false;
		const same = JSON.stringify({ ...command, ref: 0 });
		if (this.#sent.includes(same)) return false;
		this.#refusal = '';
		this.#sent = [...this.#sent, same];
		const answer = await this.#room.send(command).finally(() => {
			this.#sent = this.#sent.filter((each) => each !== same);
		});
		if (answer.ok || answer.code === 'kept') {
			const sentence = answer.ok ? said : this.#words.common.saving.kept;
			if (sentence) this.#announcer.say(sentence);
			return true;
		}
		// Without the sentence of its code it is still said that it was not done.
		if (answer.code !== 'unavailable') await fetchWords(this.#words, 'refusals').catch(() => undefined);
		this.#refusal = refusalSentence(this.#words, answer.code);
		this.#announcer.say(this.#refusal);
		return false;
	}

	dismiss(): void {
		this.#refusal = '';
	}

	/** The same act twice in a moment; one after another act is meant. */
	#isDoubleClick(type: Command['type']): boolean {
		const last = this.#last;
		const now = Date.now();
		this.#last = { type, at: now };
		return ONE_AT_A_TIME.includes(type) && last?.type === type && now - last.at < DOUBLE_CLICK_MS;
	}
}

export { newRef } from './new-ref.ts';

export const [getActs, setActs] = createContext<Acts>();
