const inModules = (names: string) => new RegExp(`[\\\\/]node_modules[\\\\/](${names})[\\\\/]`);

/** Taro's own split copies node_modules code into every page chunk; this one shares it. */
export const h5Chunks = {
  chunks: 'all',
  minSize: 0,
  maxInitialRequests: 20,
  maxAsyncRequests: 20,
  cacheGroups: {
    default: false,
    defaultVendors: false,
    core: { name: 'core', chunks: 'all', priority: 20, test: inModules('react|react-dom|scheduler|@tarojs') },
    vendors: { name: 'vendors', chunks: 'all', minChunks: 2, priority: 10, test: /[\\/]node_modules[\\/]/ },
    common: { name: 'common', chunks: 'all', minChunks: 2, priority: 1 },
  },
} as const;
