// Taro's weapp templates drop every aria-* prop. This adds them when the templates are made (here)
// and when the runtime decides what a node may carry (runtime.cjs).
const { components } = require('./components.cjs');

module.exports = (ctx) =>
  ctx.registerMethod({
    name: 'onSetupClose',
    fn(platform) {
      if (!platform.template) return; // the web build has no templates
      platform.template.mergeComponents(ctx, components);
      platform.runtimePath = [].concat(platform.runtimePath, require.resolve('./runtime.js'));
    },
  });
