export default definePageConfig({ navigationBarTitleText: '变更状态' });
