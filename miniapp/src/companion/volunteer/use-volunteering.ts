import { useQuery } from '@tanstack/react-query';
import { api } from '../../api.ts';
import { useKeptQuery } from '../../kept-query.ts';
import { usePaged } from '../../paged-query.ts';

/** My volunteer's file: trainings, own elders, start point, minutes. */
export const useMyFile = () =>
  useQuery({ queryKey: ['companion', 'my-file'], queryFn: () => api.companion.myVolunteering() });

/** What I have in hand; the last answer stays on the phone, so that a visit can be reported without network. */
export const useVisits = () => useKeptQuery('visits', () => api.companion.mine({ state: 'current', limit: 50 }));

/** What I did before, newest first. */
export const usePastVisits = () =>
  usePaged(['companion', 'mine', 'past'], (cursor) => api.companion.mine({ state: 'past', limit: 20, cursor }));

/** All estates of the communities that I serve. */
export const useMyEstates = () =>
  useQuery({ queryKey: ['companion', 'my-estates'], queryFn: () => api.companion.volunteerEstates() });
