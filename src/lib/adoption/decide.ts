import { happened, refused, unreachable, type Act, type Decision, type PersonId } from '../kernel/decider.ts';
import type { Adoption } from './adoption.ts';
import type { Command, Confirmation, Event, Refusal, Signing } from './contract.ts';

export interface Facts extends Act {
	readonly isPresent: (id: PersonId) => boolean;
	readonly sectionExists: (section: string) => boolean;
	/** The hash of a section's words as they stand. */
	readonly sectionVersion: (section: string) => string;
	/** The minutes are put to the vote, or adopted (AD1). */
	readonly areFrozen: boolean;
	/** Where a comment belongs in the minutes; null for one that is not for everybody. */
	readonly sectionOf: (comment: string) => string | null;
	readonly areAdopted: boolean;
	/** What somebody signs as; null for who does not sign. */
	readonly signsAs: (id: PersonId) => Signing | null;
}

type Of<Type extends Command['type']> = Extract<Command, { type: Type }>;

export function decide(adoption: Adoption, command: Command, facts: Facts): Decision<Event, Refusal> {
	switch (command.type) {
		case 'minutes.read-back':
			return readBack(command, facts);
		case 'minutes.agree':
			return agree(adoption, command, facts);
		case 'minutes.ask-correction':
			return ask(adoption, command, facts);
		case 'minutes.settle-correction':
			return settle(adoption, command);
		case 'minutes.quote':
			return quote(adoption, command, facts);
		case 'minutes.vouch':
			return vouch(adoption, command, facts);
		default:
			return unreachable(command);
	}
}

function readBack({ section }: Of<'minutes.read-back'>, facts: Facts): Decision<Event, Refusal> {
	if (section === null) return happened({ type: 'minutes.reading', section, version: null });
	if (!facts.sectionExists(section)) return refused('unknown');
	return happened({ type: 'minutes.reading', section, version: facts.sectionVersion(section) });
}

function agree(
	{ reading, read }: Adoption,
	{ section }: Of<'minutes.agree'>,
	{ who, isPresent }: Facts
): Decision<Event, Refusal> {
	if (!isPresent(who)) return refused('not-present');
	if (reading !== section) return refused('not-read');
	if (read[section]?.agreed.includes(who)) return refused('already-agreed');
	return happened({ type: 'minutes.agreed', section, member: who });
}

function ask(
	{ corrections }: Adoption,
	{ ref, section, text }: Of<'minutes.ask-correction'>,
	{ who, isPresent, sectionExists, areFrozen }: Facts
): Decision<Event, Refusal> {
	if (corrections.some(({ id }) => id === ref)) return refused('id-taken');
	if (!isPresent(who)) return refused('not-present');
	if (!sectionExists(section)) return refused('unknown');
	if (areFrozen) return refused('text-frozen');
	return happened({ type: 'minutes.correction-asked', correction: ref, section, member: who, text });
}

/** Who asked hears what became of it, and why not (AD8). */
function settle(
	{ corrections }: Adoption,
	{ correction, as, reason }: Of<'minutes.settle-correction'>
): Decision<Event, Refusal> {
	const found = corrections.find(({ id }) => id === correction);
	if (!found) return refused('unknown');
	if (found.outcome) return refused('already-settled');
	if (as === 'declined' && reason === undefined) return refused('answer-needed');
	return happened({ type: 'minutes.correction-settled', correction, as, reason: reason ?? null });
}

function quote(
	{ quoted }: Adoption,
	{ comment }: Of<'minutes.quote'>,
	{ sectionOf }: Facts
): Decision<Event, Refusal> {
	const section = sectionOf(comment);
	if (section === null) return refused('not-quotable');
	if (quoted.includes(comment)) return refused('already-quoted');
	return happened({ type: 'minutes.quoted', comment, section });
}

/** Nobody answers for their own signature (AD10). */
function vouch(
	adoption: Adoption,
	{ signer, reason }: Of<'minutes.vouch'>,
	facts: Facts
): Decision<Event, Refusal> {
	return signer === facts.by
		? refused('not-allowed')
		: sign(adoption, { signer, confirmed: 'desk', reason }, facts);
}

/**
 * A signature whose sign-in was confirmed: by the server at its door, for which there is no command, or by the desk.
 */
export function sign(
	{ signatures }: Adoption,
	how: { readonly signer: PersonId; readonly confirmed: Confirmation; readonly reason: string | null },
	{ areAdopted, signsAs }: Pick<Facts, 'areAdopted' | 'signsAs'>
): Decision<Event, Refusal> {
	const role = signsAs(how.signer);
	if (role === null) return refused('not-allowed');
	if (!areAdopted) return refused('not-adopted');
	if (signatures.some((each) => each.role === role)) return refused('already-signed');
	return happened({ type: 'minutes.signed', role, ...how });
}
