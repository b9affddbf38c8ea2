/** A server that is measured. `ours` is the product; the others are peers, or the floor. */
export type TargetName =
	'ours' | 'y-websocket' | 'y-websocket+leveldb' | 'hocuspocus+sqlite' | 'relay' | 'socket.io';

export const TARGETS: TargetName[] = [
	'ours',
	'y-websocket',
	'y-websocket+leveldb',
	'hocuspocus+sqlite',
	'relay',
	'socket.io'
];

/** One shared text: where its socket is, how Hocuspocus calls it, and the root that is typed into. */
export interface DocumentRef {
	path: string;
	name: string;
	root: string;
}

/** Where events are heard and commands sent. `items` are what a comment may hang on. */
export interface LiveRef {
	auth: Record<string, unknown>;
	items: string[];
}

/** Everything a load process must know of a server; plain data, since it crosses to another process. */
export interface Endpoint {
	target: TargetName;
	dialect: 'yjs' | 'hocuspocus';
	port: number;
	/** Ready Cookie headers, one per person; empty where a server asks nobody who he is. */
	cookies: string[];
	/** The same of observers, where some were demanded. */
	observers: string[];
	documents: DocumentRef[];
	live: LiveRef | null;
	server: { pid: number; dataDir: string | null };
}

export interface Demand {
	/** How many people need a session of their own. */
	people: number;
	/** The same of observers; none by default. */
	observers?: number;
	/** How many documents are typed in. */
	documents: number;
}

export interface Running {
	endpoint: Endpoint;
	/** Milliseconds from spawn to ready, of the last start. */
	startedIn: number;
	/** Ends when everything seen so far is on disk, where the server knows of a disk. */
	stored(): Promise<void>;
	/** Stops in good order and starts again on the same data. */
	restart(): Promise<void>;
	stop(): Promise<void>;
}

export interface Target {
	name: TargetName;
	start(demand: Demand): Promise<Running>;
}

/** One line of the report: values by column, `null` where a server has no such figure. */
export interface Row {
	scenario: string;
	case: string;
	target: TargetName;
	values: Record<string, number | null>;
	notes: string[];
}

export interface Options {
	quick: boolean;
	full: boolean;
}

/** Runs the load half of a scenario in a process of its own and returns what it found. */
export type RunLoad = (scenario: string, endpoint: Endpoint, input: LoadInput) => Promise<LoadResult>;
export type LoadInput = Record<string, number | string | boolean>;

export interface LoadResult {
	values: Record<string, number | null>;
	notes: string[];
}

export interface Scenario {
	name: string;
	/** Column titles, in order; also the keys of `Row.values`. */
	columns: string[];
	targets: TargetName[];
	measure(target: Target, options: Options, runLoad: RunLoad): Promise<Row[]>;
	load(endpoint: Endpoint, input: LoadInput): Promise<LoadResult>;
}
