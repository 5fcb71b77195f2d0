export default definePageConfig({ navigationBarTitleText: '我接的单' });
