export default definePageConfig({ navigationBarTitleText: '今日我当班排班' });
