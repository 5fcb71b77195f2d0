export default definePageConfig({ navigationBarTitleText: '各类老人统计' });
