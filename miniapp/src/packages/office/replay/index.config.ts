export default definePageConfig({ navigationBarTitleText: '重演' });
