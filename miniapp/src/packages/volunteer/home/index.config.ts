export default definePageConfig({ navigationBarTitleText: '可以接的单' });
