import { routes } from './routes.ts';

const paths = Object.values(routes).map(({ path }) => path);
const rooms = [...new Set(paths.flatMap((path) => /^packages\/[\w-]+/.exec(path) ?? []))];

export default defineAppConfig({
  pages: paths.filter((path) => path.startsWith('pages/')),
  subPackages: rooms.map((root) => ({
    root,
    pages: paths.filter((path) => path.startsWith(`${root}/`)).map((path) => path.slice(root.length + 1)),
  })),
  window: {
    navigationStyle: 'custom',
    navigationBarTitleText: '五边',
    navigationBarTextStyle: 'black',
    backgroundTextStyle: 'dark',
    backgroundColor: '#f7f1e5',
  },
  lazyCodeLoading: 'requiredComponents',
  // Nothing of this program uses WeChat's location interfaces: addresses come from the registry.
  requiredPrivateInfos: [],
  __usePrivacyCheck__: true,
  sitemapLocation: 'sitemap.json',
  // No sliding pages on the web: nothing moves that the user did not move. WeChat does not know the key.
  ...(process.env.TARO_ENV === 'h5' && { animation: false }),
} as Parameters<typeof defineAppConfig>[0]);
