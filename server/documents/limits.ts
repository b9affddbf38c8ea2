const KiB = 1024;
const MiB = 1024 * KiB;

/** Every bound of the documents' endpoint, in one place. Sizes in bytes, times in milliseconds. */
export const LIMITS = {
	// one frame
	editorFrame: MiB,
	readerFrame: 4 * KiB,
	/** Pieces a WebSocket message may come in. */
	fragments: 16,
	structs: 10_000,
	deletions: 20_000,
	clientsInUpdate: 4,
	clientsInStep2: 64,
	attribute: 200,

	// one socket
	framesPerSecond: 60,
	frameBurst: 120,
	bytesPerSecond: 256 * KiB,
	/** A frame of the greatest size still passes after the greeting: hence the 4 KiB. */
	byteBurst: MiB + 4 * KiB,
	/** Answers to step 1 that had to be computed; the cached one is free. */
	statesPerSecond: 2,
	stateBurst: 10,
	resyncs: 8,
	strikes: 3,
	demotionGrace: 5_000,
	presenceState: KiB,
	presenceEvery: 50,
	sendBuffer: MiB,
	slowFor: 5_000,
	keepAlive: 15_000,

	// who may come
	sessionSockets: 24,
	addressSockets: 300,
	processSockets: 5_000,
	identifyWithin: 10_000,

	// one document
	documentBytes: 8 * MiB,
	clientsPerDocument: 2_000,
	batchFrames: 1_000,
	batchBytes: 4 * MiB,
	/** The longest that a frame waits so that others can share its batch. */
	window: 10,
	snapshotBatches: 500,
	snapshotBytes: 256 * KiB,
	/** Batches that are sent behind a cached snapshot before a new one is made. */
	tailBatches: 64,
	tailBytes: 64 * KiB,
	unloadAfter: 60_000,
	textEvery: 500,

	/** How often slow, silent and idle ones are looked after. */
	tick: 1_000,

	// while the database is away
	queueBytes: 16 * MiB,
	queueFor: 5 * 60_000,
	retryFirst: 50,
	retryLast: 1_000
} as const;

export type Limits = { readonly [Name in keyof typeof LIMITS]: number };
