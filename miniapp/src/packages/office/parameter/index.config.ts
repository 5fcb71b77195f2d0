export default definePageConfig({ navigationBarTitleText: '参数' });
