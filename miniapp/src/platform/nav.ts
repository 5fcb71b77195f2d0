import Taro, { useRouter } from '@tarojs/taro';
import { type ParamsOf, type RouteName, routes } from '../routes.ts';

type Args<N extends RouteName> =
  Record<string, never> extends ParamsOf<N> ? [name: N, params?: ParamsOf<N>] : [name: N, params: ParamsOf<N>];

/** WeChat holds ten pages at most; near the limit a step forward takes the place of the page it leaves. */
const deepest = 9;

function urlOf<N extends RouteName>(name: N, params?: ParamsOf<N>): string {
  const query = Object.entries((params ?? {}) as Readonly<Record<string, string | undefined>>)
    .filter(([, value]) => value !== undefined)
    .map(([key, value]) => `${key}=${encodeURIComponent(value ?? '')}`)
    .join('&');
  return `/${routes[name].path}${query ? `?${query}` : ''}`;
}

/** Opens a page on top of this one. */
export async function go<N extends RouteName>(...[name, params]: Args<N>): Promise<void> {
  const url = urlOf(name, params);
  if (Taro.getCurrentPages().length >= deepest) await Taro.redirectTo({ url });
  else await Taro.navigateTo({ url });
}

/** Opens a page in place of this one: there is no way back to this one. */
export async function replace<N extends RouteName>(...[name, params]: Args<N>): Promise<void> {
  await Taro.redirectTo({ url: urlOf(name, params) });
}

/** Opens a page as the only one, e.g. after a sign-in or a change of role. */
export async function relaunch<N extends RouteName>(...[name, params]: Args<N>): Promise<void> {
  await Taro.reLaunch({ url: urlOf(name, params) });
}

/** True if a page lies below this one. */
export const canGoBack = (): boolean => Taro.getCurrentPages().length > 1;

/** One page back; with nothing below, the home page. */
export async function back(): Promise<void> {
  if (canGoBack()) await Taro.navigateBack();
  else await relaunch('home');
}

/** The parameters this page was opened with. They come from an address, so each may be missing. */
export function useParams<N extends RouteName>(_name: N): Partial<ParamsOf<N>> {
  const { params } = useRouter();
  return Object.fromEntries(
    Object.entries(params).flatMap(([key, value]) =>
      typeof value === 'string' ? [[key, decodeURIComponent(value)] as const] : [],
    ),
  ) as Partial<ParamsOf<N>>;
}
