import type { Sql } from 'postgres';
import { signedCheckpoint, type Checkpoint } from '../../src/lib/seal/checkpoint.ts';
import type { SealKey } from './keys.ts';
import { headsIn } from './stored.ts';

/** How far every chain has come now, signed (SE11). */
export async function checkpointOf(sql: Sql, key: SealKey, at: number): Promise<Checkpoint> {
	const what = { format: 'checkpoint/1', at, heads: await headsIn(sql), key: key.id, signature: '' } as const;
	return { ...what, signature: key.sign(signedCheckpoint(what)) };
}
