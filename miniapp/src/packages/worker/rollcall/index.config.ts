export default definePageConfig({ navigationBarTitleText: '点名名单' });
