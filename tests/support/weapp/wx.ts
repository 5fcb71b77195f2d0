/** What `wx.*` calls of the bundle are given: the few interfaces the program uses, as WeChat answers them. */
export type Answer = (options: Record<string, unknown>) => unknown;
type Callback = (result: unknown) => void;

export interface WxParts {
  storage: Map<string, unknown>;
  firstPage: string;
  open(route: string, query: Record<string, string>): void;
  /** Takes the page in front away; `shows`: the one below comes to the front, as only a step back lets it. */
  close(shows: boolean): void;
  depth(): number;
  /** WeChat's text size factor: 1 is standard, 1.4 is 关怀模式. */
  fontSizeScaleFactor: number;
}

const screen = {
  SDKVersion: '3.8.0',
  platform: 'devtools',
  system: 'iOS 17',
  windowWidth: 375,
  windowHeight: 812,
  screenWidth: 375,
  screenHeight: 812,
  pixelRatio: 2,
  statusBarHeight: 44,
  language: 'zh_CN',
  theme: 'light',
  safeArea: { top: 44, bottom: 778, left: 0, right: 375, width: 375, height: 734 },
};
const rect = { width: 300, height: 40, left: 0, top: 0, right: 300, bottom: 40, scrollTop: 0, scrollLeft: 0 };

const later = (options: Record<string, unknown> | undefined, how: 'success' | 'fail', result: unknown): undefined => {
  queueMicrotask(() => {
    (options?.[how] as Callback | undefined)?.(result);
    (options?.complete as Callback | undefined)?.(result);
  });
};

/** Splits `/pages/x/index?id=1` as WeChat does; values stay encoded, as WeChat leaves them. */
function target(url: string): [route: string, query: Record<string, string>] {
  const [route = '', search = ''] = url.replace(/^\//, '').split('?');
  return [
    route,
    Object.fromEntries(
      search
        .split('&')
        .filter(Boolean)
        .map((pair) => pair.split('=') as [string, string]),
    ),
  ];
}

function selectorQuery() {
  const wanted: [unknown, Callback | undefined][] = [];
  let all = false;
  const add = (callback?: Callback) => {
    wanted.push([all ? [rect] : rect, callback]);
    return query;
  };
  const pick = (many: boolean) => () => {
    all = many;
    return query;
  };
  const query = {
    in: () => query,
    select: pick(false),
    selectAll: pick(true),
    selectViewport: pick(false),
    boundingClientRect: add,
    scrollOffset: add,
    context: add,
    node: add,
    fields: (_fields: unknown, callback?: Callback) => add(callback),
    exec(callback?: Callback) {
      setTimeout(() => {
        for (const [result, own] of wanted) own?.(result);
        callback?.(wanted.map(([result]) => result));
      }, 0);
      return query;
    },
  };
  return query;
}

/** Builds the stand-in. Anything not listed is absent, so a use of it fails as it would be noticed on a phone. */
export function createWx({
  storage,
  firstPage,
  open,
  close,
  depth,
  fontSizeScaleFactor,
}: WxParts): Record<string, Answer> {
  const info = { ...screen, fontSizeSetting: 17 * fontSizeScaleFactor, fontSizeScaleFactor };
  const launch = { path: firstPage, query: {}, scene: 1001 };
  const nothing = () => undefined;
  const moved = (options: Record<string, unknown>, name: string) => later(options, 'success', { errMsg: `${name}:ok` });
  const answers = {
    getSystemInfoSync: () => info,
    getSystemInfo: (options: Record<string, unknown>) => later(options, 'success', info),
    getWindowInfo: () => info,
    getDeviceInfo: () => info,
    getAppBaseInfo: () => info,
    getSystemSetting: () => info,
    getAccountInfoSync: () => ({ miniProgram: { appId: 'touristappid', envVersion: 'develop' } }),
    getLaunchOptionsSync: () => launch,
    getEnterOptionsSync: () => launch,
    getMenuButtonBoundingClientRect: () => ({ top: 48, bottom: 80, left: 281, right: 368, width: 87, height: 32 }),
    canIUse: () => true,
    nextTick: (run: () => void) => setTimeout(run, 0),
    getStorageSync: (key: string) => storage.get(key) ?? '',
    setStorageSync: (key: string, value: unknown) => void storage.set(key, structuredClone(value)),
    removeStorageSync: (key: string) => void storage.delete(key),
    getStorageInfoSync: () => ({ keys: [...storage.keys()], currentSize: 1, limitSize: 10240 }),
    clearStorageSync: () => storage.clear(),
    onAppShow: nothing,
    onAppHide: nothing,
    onError: nothing,
    onUnhandledRejection: nothing,
    onThemeChange: nothing,
    onNetworkStatusChange: nothing,
    setNavigationBarTitle: (options: Record<string, unknown>) => moved(options, 'setNavigationBarTitle'),
    pageScrollTo: (options: Record<string, unknown>) => moved(options, 'pageScrollTo'),
    makePhoneCall: (options: Record<string, unknown>) => moved(options, 'makePhoneCall'),
    login: (options: Record<string, unknown>) =>
      later(options, 'success', { code: 'code-of-this-phone', errMsg: 'login:ok' }),
    navigateTo(options: Record<string, unknown>) {
      open(...target(String(options.url)));
      moved(options, 'navigateTo');
    },
    redirectTo(options: Record<string, unknown>) {
      close(false);
      open(...target(String(options.url)));
      moved(options, 'redirectTo');
    },
    reLaunch(options: Record<string, unknown>) {
      while (depth()) close(false);
      open(...target(String(options.url)));
      moved(options, 'reLaunch');
    },
    navigateBack(options: Record<string, unknown>) {
      const steps = Number(options?.delta ?? 1);
      for (let step = 1; step <= steps; step++) close(step === steps);
      moved(options, 'navigateBack');
    },
    createSelectorQuery: selectorQuery,
    createIntersectionObserver: () => {
      const observer = {
        relativeTo: () => observer,
        relativeToViewport: () => observer,
        observe: nothing,
        disconnect: nothing,
      };
      return observer;
    },
    connectSocket(options: Record<string, unknown>) {
      later(options, 'fail', { errMsg: 'connectSocket:fail no server in this test' });
      return {};
    },
    request(options: Record<string, unknown>) {
      later(options, 'fail', { errMsg: 'request:fail no server in this test' });
      return { abort: nothing, onHeadersReceived: nothing };
    },
  };
  return answers as unknown as Record<string, Answer>;
}
