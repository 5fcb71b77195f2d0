/** One page: where its file lies under src/, and what its parameters are. */
export interface Route<P> {
  readonly path: string;
  /** Only for the types; never present at run time. */
  readonly params?: P;
}

const page = <P = Record<string, never>>(path: string): Route<P> => ({ path });

/**
 * Every page of the mini-program, one row each; `app.config.ts` is made from it, so a page without a row does not exist.
 * `pages/…` goes into the main package, `packages/<role>/…` into that role's sub-package, loaded when first opened.
 * The first row is the page that opens first.
 */
export const routes = {
  home: page('pages/home/index'),
  help: page('pages/help/index'),
} as const;

export type RouteName = keyof typeof routes;
export type ParamsOf<N extends RouteName> = (typeof routes)[N] extends Route<infer P> ? P : never;
