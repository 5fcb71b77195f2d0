export default definePageConfig({ navigationBarTitleText: '一次导入' });
