import { api } from '../api.ts';
import { useKeptQuery } from '../kept-query.ts';

/** The streets of this server with their communities and phones; public, and kept for a day without network. */
export const useStreets = () => useKeptQuery('streets', () => api.accounts.streets(), { publicAnswer: true });
