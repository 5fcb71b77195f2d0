export default definePageConfig({ navigationBarTitleText: '通知顺序' });
