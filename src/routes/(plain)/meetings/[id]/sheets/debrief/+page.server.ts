import { debriefSheet } from '../../../../../../../server/pages/debrief-sheet.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = (event) => debriefSheet(event);
