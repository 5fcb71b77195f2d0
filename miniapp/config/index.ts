import path from 'node:path';
import { defineConfig, type UserConfigExport } from '@tarojs/cli';
import webpack from 'webpack';
import { h5Chunks } from './h5-chunks.ts';

const root = path.resolve(__dirname, '..');
const shared = path.resolve(root, '../shared');

// These packages ship ES2022; old WebViews and WeChat's engines need them transpiled, and our shared TypeScript too.
const modernPackages = /node_modules[\\/](zod|@tanstack)[\\/]/;
const compile = { include: [shared, (file: string) => modernPackages.test(file)] };

const target = process.env.TARO_ENV ?? 'weapp';
const sitemap = { from: 'src/sitemap.json', to: 'dist/weapp/sitemap.json' };

/** Taro's build of both targets. px stays px everywhere (pxtransform off): rpx text shrinks on narrow phones. */
const config: UserConfigExport<'webpack5'> = {
  projectName: 'wubian',
  date: '2026-11-22',
  designWidth: 375,
  deviceRatio: { 375: 1 },
  sourceRoot: 'src',
  outputRoot: `dist/${target}`,
  framework: 'react',
  compiler: { type: 'webpack5', prebundle: { enable: false } },
  cache: { enable: false },
  plugins: [path.join(root, 'plugins/aria/index.cjs')],
  defineConstants: {
    // Where a WeChat build finds the server; the web build asks the origin that served it.
    API_BASE: JSON.stringify(process.env.API_BASE ?? 'http://127.0.0.1:8700/api'),
  },
  copy: { patterns: target === 'weapp' ? [sitemap] : [], options: {} },
  mini: {
    compile,
    optimizeMainPackage: { enable: true },
    webpackChain(chain) {
      // WeChat's logic layer has no AbortController: without it react-query stays "pending" for ever.
      const abort = path.join(root, 'src/platform/abort.ts');
      chain
        .plugin('abort')
        .use(webpack.ProvidePlugin, [
          { AbortController: [abort, 'AbortController'], AbortSignal: [abort, 'AbortSignal'] },
        ]);
    },
    postcss: { pxtransform: { enable: false, config: {} } },
  },
  h5: {
    compile,
    useHtmlComponents: true,
    publicPath: './',
    staticDirectory: 'static',
    router: { mode: 'hash' },
    webpackChain(chain) {
      chain.merge({ optimization: { splitChunks: h5Chunks } });
    },
    postcss: {
      autoprefixer: { enable: true, config: {} },
      pxtransform: { enable: false, config: {} },
    },
  },
};

export default defineConfig<'webpack5'>(async () => config);
