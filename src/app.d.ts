import type { Principal } from '../server/auth/auth.ts';

declare global {
	namespace App {
		interface Locals {
			principal: Principal | null;
			locale: 'vi' | 'en';
		}
	}
}

export {};
