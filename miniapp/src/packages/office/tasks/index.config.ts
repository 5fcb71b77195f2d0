export default definePageConfig({ navigationBarTitleText: '全部求助' });
