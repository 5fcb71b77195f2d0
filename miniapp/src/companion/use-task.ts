import { useQuery } from '@tanstack/react-query';
import { api } from '../api.ts';
import { queryClient } from '../query.ts';
import type { Task } from './types.ts';

const keyOf = (taskId: string) => ['companion', 'task', taskId] as const;

/** One task as the active role may see it. */
export const useTask = (taskId: string | undefined) =>
  useQuery({
    queryKey: keyOf(taskId ?? ''),
    queryFn: () => api.companion.read({ taskId: taskId ?? '' }),
    enabled: taskId !== undefined,
  });

/** Photos never change once sent, so they stay when everything else is asked anew. */
const isPhoto = (key: readonly unknown[]): boolean => key[0] === 'photo';

/** What is shown may be old now: pages in front ask again, the others when they come to the front. */
export const askAnew = (): Promise<void> =>
  queryClient.invalidateQueries({ predicate: ({ queryKey }) => !isPhoto(queryKey) });

/** Puts the server's newest answer in place and lets lists, counts and notices catch up. */
export function keepTask(task: Task): void {
  const key = keyOf(task.id);
  queryClient.setQueryData(key, task);
  void queryClient.invalidateQueries({ predicate: ({ queryKey }) => !isPhoto(queryKey) && queryKey[2] !== task.id });
}

/** One photo of a service as an address that `Picture` draws. */
export const usePhoto = (taskId: string, photoId: string) =>
  useQuery({
    queryKey: ['photo', taskId, photoId],
    staleTime: Number.POSITIVE_INFINITY,
    queryFn: async () => {
      const { mime, base64 } = await api.companion.photo({ taskId, photoId });
      return `data:${mime};base64,${base64}`;
    },
  });
