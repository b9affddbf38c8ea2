/** The embedded database cannot be used; the message is one line for whoever starts it. */
export class DatabaseFailed extends Error {
	readonly id = 'database-failed';
}
