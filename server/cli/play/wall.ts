import type { LiveClient } from './live-client.ts';
import { PlayFailed } from './server-process.ts';

/** The room's screen: what it shows is all that people in the room can scan. */
export class Wall {
	readonly live: LiveClient;
	readonly #url: string;
	readonly #cookie: string;
	#code = '';

	constructor(live: LiveClient, origin: string, meeting: string, cookie: string) {
		this.live = live;
		this.#url = `${origin}/meetings/${meeting}/wall/code`;
		this.#cookie = cookie;
	}

	/** The code on the screen now; a screen without a connection still shows its last one. */
	async code(): Promise<string> {
		if (!this.live.isDropped) this.#code = await this.#shown();
		return this.#code;
	}

	async #shown(): Promise<string> {
		const response = await fetch(this.#url, { headers: { cookie: this.#cookie } });
		if (!response.ok) throw new PlayFailed(`The room screen got no code: ${response.status}.`);
		return ((await response.json()) as { code: string }).code;
	}
}
