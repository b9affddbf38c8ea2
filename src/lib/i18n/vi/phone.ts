export const phone = {
	ask: 'Xin phát biểu',
	withdraw: 'Thôi phát biểu',
	comment: 'Góp ý',
	leave: 'Xin vắng, xin về'
};

export type Phone = typeof phone;
