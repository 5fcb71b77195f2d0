export default definePageConfig({ navigationBarTitleText: '我照顾的老人' });
