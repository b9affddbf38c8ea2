/** What stands after `#` in this page's address: secrets travel there, since no server and no Referer sees it. */
export function fragment(): string {
	try {
		return decodeURIComponent(location.hash.slice(1));
	} catch {
		// A broken escape is a broken link: it opens nothing.
		return '';
	}
}
