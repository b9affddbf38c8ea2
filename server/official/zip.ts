/** ZIP files whose bytes depend on their content alone. */
import { strFromU8, strToU8, unzipSync, zipSync, type Zippable } from 'fflate';
import type { Instant } from '../../src/lib/kernel/decider.ts';

/** As zip dates have no zone: the same day on every machine. */
const EPOCH = new Date(2000, 0, 1);

export function zipped(files: Readonly<Record<string, Uint8Array>>): Uint8Array {
	const entries: Zippable = Object.fromEntries(
		Object.entries(files).map(([name, content]) => [name, [content, { mtime: EPOCH, level: 6 }]])
	);
	return zipSync(entries, { mtime: EPOCH });
}

/** An Office file whose own dates are `at` and whose parts bear no time of packing. */
export function settled(office: Uint8Array, at: Instant): Uint8Array {
	const files = unzipSync(office);
	const core = files['docProps/core.xml'];
	if (core) files['docProps/core.xml'] = strToU8(dated(strFromU8(core), new Date(at).toISOString()));
	return zipped(files);
}

function dated(xml: string, iso: string): string {
	return xml.replace(/(<dcterms:(?:created|modified)[^>]*>)[^<]*/g, `$1${iso}`);
}
